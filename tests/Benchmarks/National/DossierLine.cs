using System.Globalization;

namespace CCHC.Benchmarks.National;

/// <summary>One line of a desk's export, drawn by seeded chance: realistic in columns, lengths and shares.</summary>
internal sealed class DossierLine(Random chance, DateOnly asOf)
{
    public const string Header =
        "STT,Mã hồ sơ,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Người nộp,Số điện thoại,Hình thức nộp,"
        + "Ngày tiếp nhận,Ngày hẹn trả kết quả,Ngày kết thúc xử lý,Ngày trả kết quả,Hình thức trả kết quả,"
        + "Trạng thái,Mức độ DVC,Số hóa,Thanh toán,Ghi chú";

    private static readonly string[] FamilyNames = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi"];
    private static readonly string[] MiddleNames = ["Văn", "Thị", "Hữu", "Ngọc", "Thị Mỹ", "Quốc", "Thanh", "Minh"];
    private static readonly string[] GivenNames = ["Hùng", "Lan", "Phượng", "Dũng", "Tuyết", "Khánh", "Ngân", "Bảo"];
    private static readonly string[] OpenStatuses =
    [
        "Đang xử lý",
        "Đang xử lý",
        "Đang xử lý",
        "Được tiếp nhận",
        "Yêu cầu bổ sung giấy tờ",
        "Yêu cầu thực hiện nghĩa vụ tài chính",
        "Dừng xử lý",
    ];

    private string Of(string[] texts) => texts[chance.Next(texts.Length)];

    private bool In(int perMille) => chance.Next(1000) < perMille;

    /// <summary>A dossier received on a day; null where its last event lies before the as-of day: it isn't exported again.</summary>
    public string? Write(int number, string codePrefix, Procedure procedure, DateOnly received)
    {
        DateOnly? due = procedure.Days == 0 ? null : received.PlusWorkingDays(procedure.Days);
        var finished = received.PlusWorkingDays(DaysTaken(procedure.Days));
        var returned = finished.PlusWorkingDays(chance.Next(2) * chance.Next(3));
        if (returned < asOf && received < asOf)
            return null;
        var (isFinished, isReturned) = (finished <= asOf, returned <= asOf);
        var code = string.Create(CultureInfo.InvariantCulture, $"{codePrefix}-{received:yyMMdd}-{number:0000}");
        var phone = string.Create(CultureInfo.InvariantCulture, $"09{chance.Next(100_000_000):00000000}");
        return string.Join(
            ',',
            number.ToString(CultureInfo.InvariantCulture),
            code,
            procedure.Code,
            Quoted(procedure.Name),
            Quoted(procedure.Field),
            $"{Of(FamilyNames)} {Of(MiddleNames)} {Of(GivenNames)}",
            phone,
            Channel(procedure.Level),
            Moment(received),
            due is { } day ? Moment(day) : "",
            isFinished ? Moment(finished) : "",
            isReturned ? Moment(returned) : "",
            ReturnChannel(),
            Status(isFinished, isReturned),
            $"Mức độ {procedure.Level}",
            In(600) ? "Có" : "Không",
            In(100) ? "" : Payment(),
            In(200) ? $"Hồ sơ của ông/bà {Of(GivenNames)}; đã đối chiếu bản chính" : ""
        );
    }

    private int DaysTaken(int limit) =>
        chance.Next(10) switch
        {
            < 6 => chance.Next(limit + 1),
            < 9 => limit,
            _ => limit + 1 + chance.Next(10),
        };

    private string Status(bool isFinished, bool isReturned)
    {
        if (In(10))
            return In(700) ? "Mới đăng ký" : "Không được tiếp nhận";
        if (isReturned)
            return "Đã trả kết quả";
        if (isFinished)
            return In(30) ? "Công dân yêu cầu rút hồ sơ" : "Đã xử lý xong";
        return Of(OpenStatuses);
    }

    private string Channel(int level)
    {
        if (In(10))
            return In(300) ? "Tổ hỗ trợ lưu động" : "";
        return level >= 3 && In(550) ? "Trực tuyến"
            : In(50) ? "Bưu chính công ích"
            : "Trực tiếp";
    }

    private string ReturnChannel() =>
        In(10) ? ""
        : In(120) ? "Bưu chính công ích"
        : In(300) ? "Trực tuyến"
        : "Trực tiếp";

    private string Payment() => In(400) ? "Thanh toán trực tuyến" : "Tiền mặt";

    private string Moment(DateOnly day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{day:dd/MM/yyyy} {7 + chance.Next(10):00}:{chance.Next(60):00}:{chance.Next(60):00}"
        );

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
