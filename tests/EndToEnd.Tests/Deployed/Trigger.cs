namespace CCHC.EndToEnd.Tests.Deployed;

/// <summary>One function and what sets it off.</summary>
/// <param name="Kind">timer, blob, queue or http.</param>
/// <param name="On">Schedule, path, queue, or methods, route and who may call.</param>
/// <param name="Source">Of a blob trigger: where it learns of blobs.</param>
/// <param name="Connection">Name of the setting with the account; empty: the host's own.</param>
/// <param name="Method">Class and method that run.</param>
internal sealed record Trigger(string Function, string Kind, string On, string Source, string Connection, string Method)
{
    /// <summary>A table for people, sorted by function; each column as wide as it must be.</summary>
    public static string Table(IEnumerable<Trigger> triggers)
    {
        string[][] rows =
        [
            ["function", "trigger", "on", "source", "connection", "runs"],
            .. triggers.OrderBy(trigger => trigger.Function, StringComparer.Ordinal).Select(trigger => trigger.Cells),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        return $"{string.Join('\n', lines)}\n";
    }

    private string[] Cells => [Function, Kind, On, Source, Connection, Method];
}
