using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>A staff's list written again from its lines.</summary>
internal static class ListText
{
    public static string Of(IReadOnlyList<string> columns, IEnumerable<CsvLine> lines) =>
        CsvText.Of(columns, lines.Select(line => columns.Select(column => line[column])));
}
