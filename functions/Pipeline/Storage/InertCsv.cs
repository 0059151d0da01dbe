namespace CCHC.Pipeline.Storage;

/// <summary>Cells of the CSV files that we write: quoted where needed, and never a formula (design.md §8).</summary>
public static class InertCsv
{
    /// <summary>A leading = + - @, tab or return gets an apostrophe, so that a spreadsheet shows text.</summary>
    public static string Cell(string text)
    {
        var inert = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return inert.AsSpan().ContainsAny(",\"\n\r")
            ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : inert;
    }
}
