using System.Text;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Units;

/// <summary>Writes a list that <see cref="CsvTable"/> reads again.</summary>
public static class CsvText
{
    public static string Of(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder(string.Join(',', columns)).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        return text.ToString();
    }

    public static string Day(DateOnly? day) => IsoDay.Of(day);

    /// <summary>As it was read: a list is data for us, not a sheet for others.</summary>
    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",;\t\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
