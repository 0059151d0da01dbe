using System.Text;
using CCHC.Pipeline.Intake;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileTexts;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>HTML saved as a workbook.</summary>
internal static class HostilePages
{
    private const string Script =
        "<script>document.location='http://127.0.0.1:9/'</script><img src=x onerror=alert(1)><iframe src=\"file:///etc/passwd\"></iframe><meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\"><link rel=stylesheet href=http://127.0.0.1:9/x.css>";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Accepted("largest page", size => Utf8(Page(Large(size)))),
        Accepted(
            "a page with scripts",
            _ =>
                Utf8(
                    Script
                        + Page(Table(SoundTable.Row(1, note: Script.Replace(";", "", StringComparison.Ordinal))))
                        + Script
                )
        ),
        Accepted(
            "a cell over all rows",
            _ =>
                Utf8(
                    Page(
                        Table(SoundTable.Row(1))
                            .Replace("<td></td>", "<td rowspan=\"2147483647\"></td>", StringComparison.Ordinal)
                    )
                )
        ),
        Accepted(
            "cells over all columns below",
            _ =>
                Utf8(
                    Page(
                        Table(SoundTable.Row(1))
                            + Repeat("<tr><td colspan=\"2147483647\" rowspan=\"65534\"></td></tr>", 2_000)
                    )
                )
        ),
        Accepted(
            "spans that are no numbers",
            _ =>
                Utf8(
                    Page(
                        Table(SoundTable.Row(1))
                            .Replace("<td></td>", "<td colspan=\"-1\" rowspan=\"1e9\"></td>", StringComparison.Ordinal)
                    )
                )
        ),
        Accepted(
            "spans over each other",
            size =>
                Utf8(
                    Page(
                        Table(SoundTable.Row(1))
                            + Repeat(
                                "<tr>" + Repeat("<td colspan=\"1000\" rowspan=\"1000\"></td>", 20) + "</tr>",
                                Math.Min(size, 1 << 20) / 2_000
                            )
                    )
                )
        ),
        Quarantined("tables in tables", FaultCodes.ColumnMissing, size => Filled(size / 32, "<table><tr><td>")),
        Refused(
            "a million tables in tables",
            FaultCodes.NotATable,
            size => Filled(Math.Max(size, 8 << 20), "<table><tr><td>")
        ),
        Refused("elements in elements", FaultCodes.NotATable, size => [.. "<table>"u8, .. Filled(size - 7, "<div>")]),
        Refused(
            "cells in one row",
            FaultCodes.UnpacksTooLarge,
            size => [.. "<table><tr>"u8, .. Filled(size - 11, "<td>")]
        ),
        Quarantined(
            "rows without cells",
            FaultCodes.ColumnMissing,
            size => [.. "<table>"u8, .. Filled(size - 7, "<tr>")]
        ),
        Refused(
            "attributes without end",
            FaultCodes.Corrupt,
            size => [.. "<table><tr><td "u8, .. Filled(size - 15, "a=b c ")]
        ),
        Refused(
            "a comment without end",
            FaultCodes.NotATable,
            size => [.. "<table><!--"u8, .. Filled(size - 11, "-- >")]
        ),
        Quarantined(
            "entities",
            FaultCodes.ColumnMissing,
            size => [.. "<table><tr><td>"u8, .. Filled(size - 15, "&#x10FFFF;&nbsp;")]
        ),
        Quarantined(
            "formatting elements left open",
            FaultCodes.ColumnMissing,
            size => [.. "<table><tr><td>"u8, .. Filled(size - 15, "<b><p>")]
        ),
        Refused(
            "an XML with entities",
            FaultCodes.UnsafeXml,
            _ =>
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><table>&b;</table>"u8.ToArray()
        ),
        Refused("an XML that is no table", FaultCodes.NotATable, _ => "<?xml version=\"1.0\"?><a><b/></a>"u8.ToArray()),
        Refused("angle brackets", FaultCodes.NotATable, size => Filled(size, "<")),
    ];

    private static string Page(string rows) => $"<html><body><table border=1>{rows}</table></body></html>";

    private static string Table(params string[] rows) => string.Concat(rows.Prepend(SoundTable.Header).Select(Row));

    private static string Large(int size)
    {
        var rows = new StringBuilder(Row(SoundTable.Header));
        for (var number = 1; rows.Length * 10L / 9 < size - 400; number++)
            rows.Append(Row(SoundTable.Row(number)));
        return rows.ToString();
    }

    private static string Row(string cells) =>
        $"<tr>{string.Concat(cells.Split(';').Select(cell => $"<td>{cell}</td>"))}</tr>\n";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
