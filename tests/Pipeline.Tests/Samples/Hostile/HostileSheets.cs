using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Tests.Samples.Matrix;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Workbooks whose parts are sound XML and say absurd things.</summary>
internal static class HostileSheets
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Accepted("largest XLSX", Large),
        Refused(
            "a giant inline text",
            FaultCodes.UnpacksTooLarge,
            size =>
                HostilePackages.Rewritten(
                    Sheet,
                    xml =>
                        xml.Replace(
                            "</row></sheetData>",
                            $"<c r=\"G3\" t=\"inlineStr\"><is><t>{Noise(size)}</t></is></c></row></sheetData>",
                            StringComparison.Ordinal
                        )
                )
        ),
        Refused(
            "a giant shared text",
            FaultCodes.UnpacksTooLarge,
            size =>
                HostilePackages.Rewritten(
                    "xl/sharedStrings.xml",
                    xml => xml.Replace("</sst>", $"<si><t>{Noise(size)}</t></si></sst>", StringComparison.Ordinal)
                )
        ),
        Accepted("a cell beyond the last column", _ => Inserted("<row r=\"9\"><c r=\"ZZZZZZZZ9\"><v>1</v></c></row>")),
        Refused(
            "rows that jump",
            FaultCodes.UnpacksTooLarge,
            _ => Inserted("<row r=\"2147483647\"/><row r=\"-5\"/><row r=\"x\"/>")
        ),
        Accepted(
            "a million empty rows",
            size => Inserted(Many(size / 60, n => $"<row r=\"{n + 9}\" x{n * 7919 % 1_000_003}=\"\"/>"))
        ),
        Refused(
            "a million cells in a row",
            FaultCodes.UnpacksTooLarge,
            size => Inserted($"<row r=\"9\">{Many(size / 60, n => $"<c><v>{n * 7919 % 1_000_003}</v></c>")}</row>")
        ),
        Accepted("merged over all", _ => Merged("<mergeCell ref=\"A1:XFD1048576\"/>")),
        Accepted(
            "merged again and again",
            size => Merged(Many(size / 120, n => $"<mergeCell ref=\"A{n % 999_983 + 5}:XFD1048576\"/>"))
        ),
        Accepted("merged without sense", _ => Merged("<mergeCell ref=\"ZZZ9:A1\"/><mergeCell ref=\":\"/><mergeCell/>")),
        Partly(
            "a number that is no day",
            FaultCodes.DateBad,
            _ => Inserted(Day("1E308") + Day("NaN", 10) + Day("-1", 11))
        ),
        Refused(
            "a text that isn't there",
            FaultCodes.Corrupt,
            _ =>
                Inserted(
                    "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>2147483647</v></c><c r=\"B9\" t=\"s\"><v>-1</v></c><c r=\"C9\"><v>44630</v></c><c r=\"D9\"><v>1</v></c></row>"
                )
        ),
        Refused("an attribute without end", "", size => Inserted($"<row r=\"{Noise(size)}")),
        Refused("elements in a cell", FaultCodes.Corrupt, size => Inserted(Nested(size / 40))),
    ];

    private static byte[] Large(int size)
    {
        var cells = new List<SheetCell?[]>
        {
            SoundTable.Header.Split(';').Select(text => new SheetCell(text)).ToArray(),
        };
        for (var number = 1; number <= size / 150; number++)
            cells.Add([.. SoundTable.Row(number).Split(';').Select(text => new SheetCell(text))]);
        return new WorkbookWriting(text => text).Write([.. cells]);
    }

    /// <summary>More rows after the sound ones.</summary>
    private static byte[] Inserted(string rows) =>
        HostilePackages.Rewritten(
            Sheet,
            xml => xml.Replace("</sheetData>", rows + "</sheetData>", StringComparison.Ordinal)
        );

    private static byte[] Merged(string ranges) =>
        HostilePackages.Rewritten(
            Sheet,
            xml =>
                xml.Replace("</sheetData>", $"</sheetData><mergeCells>{ranges}</mergeCells>", StringComparison.Ordinal)
        );

    private static string Day(string serial, int row = 9) =>
        $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>000.19.05.H20-220310-00{row:00}</t></is></c><c r=\"B{row}\"><v>{serial}</v></c></row>";

    private static string Nested(int depth) =>
        "<row r=\"9\"><c r=\"G9\" t=\"inlineStr\"><is>"
        + string.Concat(Enumerable.Repeat("<r>", depth))
        + string.Concat(Enumerable.Repeat("</r>", depth))
        + "</is></c></row>";

    private static string Many(int count, Func<int, string> one)
    {
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
            text.Append(CultureInfo.InvariantCulture, $"{one(number)}");
        return text.ToString();
    }

    /// <summary>Letters that hardly pack, so that no ratio gives them away.</summary>
    private static string Noise(int size)
    {
        var bytes = new byte[size / 4 * 3 / 4 * 3];
        new Random(2).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
