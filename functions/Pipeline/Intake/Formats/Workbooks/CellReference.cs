namespace CCHC.Pipeline.Intake.Formats.Workbooks;

internal static class CellReference
{
    private const int Letters = 26;

    /// <summary>0-based column of a reference like "AB12"; null if it has none.</summary>
    public static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > Row.MaxCells)
                break;
            column = column * Letters + (c - 'A' + 1);
        }
        return column == 0 ? null : column - 1;
    }
}
