using System.Buffers;
using System.Globalization;
using System.Text;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Intake;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Samples.Natural;

/// <summary>
/// What people write where something else belongs (tests/Samples/natural-texts.txt, all invented), in the column of
/// fields, as a sheet's name, as a title and as headings.
/// </summary>
internal static class NaturalTexts
{
    private const int HeadingsAtOnce = 20;
    private const int ShortestSlug = 10;
    private const string Columns = "Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\tHình thức nộp\tLĩnh vực";

    public static IReadOnlyList<string> All { get; } = File.ReadAllLines(SampleFolder.At("natural-texts.txt"));

    private static readonly SearchValues<string> AsWritten = SearchValues.Create([.. All], StringComparison.Ordinal);

    /// <summary>Shorter ones stand in a picture's bytes.</summary>
    private static readonly List<string> Slugs =
    [
        .. All.Select(text => $"-{Slug.Of(text)}-").Where(slug => slug.Length >= ShortestSlug),
    ];

    /// <summary>What of them stands in a text, as written or in whatever spelling; null if nothing does.</summary>
    public static string? In(string text)
    {
        var at = text.AsSpan().IndexOfAny(AsWritten);
        if (at >= 0)
            return text.Substring(at, Math.Min(20, text.Length - at));
        var slug = $"-{Slug.Of(text.Replace("\uFFFE", "", StringComparison.Ordinal))}-";
        return Slugs.Find(planted => slug.Contains(planted, StringComparison.Ordinal));
    }

    /// <summary>Exports of 15 March 2022 that hold them.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Uploads =>
        [
            ("linh-vuc-2022-03-15.csv", Csv(Columns, All.Select((text, at) => $"{Dossier(at)}\t{text}"))),
            .. All.Index().Select(at => (Name("trang", at.Index, "xlsx"), Workbook(at.Index, at.Item))),
            .. All.Index().Select(at => (Name("ngay", at.Index, "csv"), UnderDays(at.Index, at.Item))),
            .. All.Chunk(HeadingsAtOnce).Index().Select(at => (Name("thieu", at.Index, "csv"), Headings(at.Item))),
        ];

    /// <summary>Taken: whose sheet, title, odd heading and field the text is.</summary>
    private static byte[] Workbook(int at, string text) =>
        AWorkbook.Make([
            (
                text,
                SheetStateValues.Visible,
                [
                    [text],
                    [.. Columns.Split('\t'), text],
                    [.. Dossier(at).Split('\t'), text, "x"],
                ]
            ),
        ]);

    /// <summary>Held back: a heading that isn't known over days, while none is for the due ones.</summary>
    private static byte[] UnderDays(int at, string text) =>
        Csv($"{Columns}\t{text}", [$"{Dossier(at)}\tHộ tịch\t14/03/2022"]);

    /// <summary>Held back: what was read as headings is listed.</summary>
    private static byte[] Headings(IEnumerable<string> texts) =>
        Csv($"Mã hồ sơ\tTrạng thái\tKết quả lạ\t{string.Join('\t', texts)}", ["x\ty\tz"]);

    private static string Dossier(int at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"000.19.05.H20-220310-{at + 1:0000}\t10/03/2022\tĐang xử lý\tTrực tuyến"
        );

    private static string Name(string what, int at, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{at}_2022-03-15.{extension}");

    private static byte[] Csv(string header, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(header)) + "\n");
}
