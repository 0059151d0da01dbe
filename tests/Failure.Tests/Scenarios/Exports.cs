using System.Globalization;
using System.Text;
using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>Small exports as a desk would send them; all invented.</summary>
internal static class Exports
{
    public const string Unit = "29956";
    private const string Header =
        "Mã hồ sơ;Mã TTHC;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái";

    /// <summary>A dossier that is due after five days; finished, if it is, on a day of that month.</summary>
    public static string Line(
        DateOnly received,
        int number,
        DateOnly? finished = null,
        string channel = "Trực tuyến"
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-{received:yyMMdd}-{number:0000};1.001193;Hộ tịch;{channel};{received:dd/MM/yyyy};{received.AddDays(5):dd/MM/yyyy};{finished:dd/MM/yyyy};{(finished is null ? "Đang xử lý" : "Đã xử lý xong")}"
        );

    public static string File(DateOnly asOf) =>
        string.Create(CultureInfo.InvariantCulture, $"ho-so-{asOf:yyyy-MM-dd}.csv");

    public static string Name(DateOnly asOf) => $"{Unit}/{File(asOf)}";

    /// <summary>Uploads the export of a day, on its evening.</summary>
    public static Task PutAsync(this Office office, DateOnly asOf, params IEnumerable<string> lines) =>
        office.PutAsync(Unit, File(asOf), asOf, lines);

    public static Task PutAsync(
        this Office office,
        string unit,
        string file,
        DateOnly asOf,
        params IEnumerable<string> lines
    ) =>
        office
            .Get<ExportStore>()
            .PutAsync(
                unit,
                file,
                Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(Header)) + "\r\n"),
                VietnamTime.StartOf(asOf).AddHours(17).UtcTicks,
                default
            );

    public static Task TakeInAsync(this Office office, string name) =>
        office.Get<TakeInExports>().TakeInAsync(name, default);

    public static Task TakeInAsync(this Office office, DateOnly asOf) => office.TakeInAsync(Name(asOf));

    public static Task SweepAsync(this Office office) =>
        office.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
}
