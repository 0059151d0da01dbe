using System.Globalization;
using System.Text;
using CCHC.Pipeline.Periods;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Small exports as a desk would send them.</summary>
internal static class Desk
{
    public const string Unit = "29956";
    public const string Header =
        "Mã hồ sơ;Mã TTHC;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái";

    /// <summary>A dossier received on that day, still being worked on.</summary>
    public static string Line(DateOnly received, int number, string channel) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-{received:yyMMdd}-{number:0000};1.001193;Hộ tịch;{channel};{received:dd/MM/yyyy};{received.AddDays(5):dd/MM/yyyy};;Đang xử lý"
        );

    public static byte[] Csv(params IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(Header)) + "\r\n");

    public static string File(DateOnly asOf) =>
        string.Create(CultureInfo.InvariantCulture, $"ho-so-{asOf:yyyy-MM-dd}.csv");

    /// <summary>17:00 in Vietnam on that day, as UTC ticks.</summary>
    public static long Evening(DateOnly day) => VietnamTime.StartOf(day).AddHours(17).UtcTicks;
}
