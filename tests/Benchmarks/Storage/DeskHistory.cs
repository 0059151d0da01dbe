using System.Globalization;
using System.Text;

namespace CCHC.Benchmarks.Storage;

/// <summary>
/// One desk's daily increments of 200 rows: 100 new dossiers, and 100 that closed: most of the day before, some after
/// ten working days. The same for every desk and every length of history.
/// </summary>
internal static class DeskHistory
{
    public const int RowsPerDay = 200;
    private const int NewPerDay = RowsPerDay / 2;
    private const int ClosedNextDay = 90;
    private const int WorkingDaysOfTheRest = 10;
    private const string Header =
        "Mã hồ sơ,Mã TTHC,Lĩnh vực,Người nộp,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,"
        + "Ngày trả kết quả,Hình thức trả kết quả,Trạng thái,Mức độ DVC,Số hóa,Thanh toán";

    public static string FileOn(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"hoso_{day:yyyy-MM-dd}.csv");

    public static byte[] On(DateOnly day)
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var number = 0; number < NewPerDay; number++)
            Append(text, day, number, closed: null);
        for (var number = 0; number < NewPerDay; number++)
            Append(text, day.PlusWorkingDays(-DaysOpen(number)), number, closed: day);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static int DaysOpen(int number) => number < ClosedNextDay ? 1 : WorkingDaysOfTheRest;

    private static void Append(StringBuilder text, DateOnly received, int number, DateOnly? closed)
    {
        var procedures = Procedures.OfSmallDesk;
        var procedure = procedures[number % procedures.Count];
        var due = received.PlusWorkingDays(number % 4);
        var end = closed is { } day ? $"{Day(day)},{Day(day)}" : ",";
        text.Append(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-{received:yyMMdd}-{number:0000},{procedure.Code},\"{procedure.Field}\",Trần Thị Lan,"
        );
        text.Append(CultureInfo.InvariantCulture, $"{Channel(number)},{Day(received)},{Day(due)},{end},");
        text.Append(number % 8 == 0 ? "Bưu chính công ích" : "Trực tiếp");
        text.Append(closed is null ? ",Đang xử lý" : ",Đã trả kết quả");
        text.Append(CultureInfo.InvariantCulture, $",Mức độ {procedure.Level},Có,Tiền mặt\n");
    }

    private static string Channel(int number) => number % 5 < 2 ? "Trực tuyến" : "Trực tiếp";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
