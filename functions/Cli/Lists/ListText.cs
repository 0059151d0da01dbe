using System.Text;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>A staff's list written again from its lines.</summary>
internal static class ListText
{
    public static string Of(IReadOnlyList<string> columns, IEnumerable<CsvLine> lines)
    {
        var text = new StringBuilder(string.Join(',', columns)).Append('\n');
        foreach (var line in lines)
            text.AppendJoin(',', columns.Select(column => Quoted(line[column]))).Append('\n');
        return text.ToString();
    }

    /// <summary>As it was read: a list is data for us, not a sheet for others.</summary>
    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
