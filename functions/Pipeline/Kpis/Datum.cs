namespace CCHC.Pipeline.Kpis;

/// <summary>Something that an export tells of a dossier, or doesn't.</summary>
/// <param name="Name">In a sentence: "chưa xác định được hình thức nộp".</param>
/// <param name="Column">The column of an export that tells it.</param>
public sealed record Datum(string Name, string Column)
{
    public static Datum Channel { get; } = new("hình thức nộp", "Hình thức nộp");
    public static Datum Level { get; } = new("mức độ dịch vụ công trực tuyến", "Mức độ DVC");
    public static Datum Due { get; } = new("hạn trả kết quả", "Ngày hẹn trả");
    public static Datum ReturnChannel { get; } = new("hình thức trả kết quả", "Hình thức trả kết quả");
    public static Datum ReturnDay { get; } = new("ngày trả kết quả", "Ngày trả kết quả");
    public static Datum Digitised { get; } = new("tình trạng số hóa", "Số hóa");
    public static Datum Payment { get; } = new("hình thức thanh toán", "Thanh toán");
}
