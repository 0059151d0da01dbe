namespace CCHC.Pipeline.Sheets;

/// <summary>
/// A cell: text, a whole number, a day, or nothing, and its look. There are no formulas: what looks like one is text.
/// </summary>
public sealed record SheetCell
{
    /// <summary>As many characters as a cell can hold.</summary>
    public const int LongestText = 32_767;

    private SheetCell(Look look) => Look = look;

    public Look Look { get; }

    internal string? Text { get; private init; }

    internal long? Number { get; private init; }

    public static SheetCell Blank(Look look) => new(look);

    public static SheetCell Of(string text, Look look) =>
        text.Length <= LongestText
            ? new(look) { Text = text }
            : throw new ArgumentException($"A cell holds {LongestText} characters, not {text.Length}.", nameof(text));

    public static SheetCell Of(long number, Look look) => new(look) { Number = number };

    /// <summary>A day, shown as 25/03/2022 unless the look says otherwise.</summary>
    public static SheetCell Of(DateOnly day, Look look) =>
        new(look.Format is CellFormat.General ? look with { Format = CellFormat.Day } : look)
        {
            Number = day.DayNumber - SerialDays.Epoch.DayNumber,
        };
}
