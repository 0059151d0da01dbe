using CCHC.Pipeline.Intake.Formats;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Reads the date cells of one file: texts as its source writes them, numbers as serial days.</summary>
internal readonly struct DateCells(ReadingContext context)
{
    private readonly DateStyle style = context.Lexicon.Profile.Dates;
    private readonly DateOnly epoch = context.SerialEpoch;

    /// <summary>Nothing, or what systems write for no date: a dash, "null".</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) =>
        text is "" or "-" or "–" or "—" || text.Equals("null", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What a program that has no date writes instead: the least day of its calendar. A spreadsheet's days 0 to 2 are
    /// that too: it shows them as 00/01/1900 and 01/01/1900.
    /// </summary>
    public static bool IsNone(DateOnly day) =>
        day.DayNumber == 0 || day == new DateOnly(1900, 1, 1) || day is { Year: 1899, Month: 12, Day: 30 or 31 };

    /// <summary>A text that is a day only where month and day change places.</summary>
    public bool TryReadExchanged(ReadOnlySpan<char> text, out DateOnly day)
    {
        var exchanged = new DateStyle(!style.SlashMonthFirst, !style.DashMonthFirst, !style.DotMonthFirst);
        return CivilDate.TryParse(text, exchanged, out day);
    }

    public bool TryRead(Row row, int place, out DateOnly day) => TryRead(row[place], row.KindOf(place), out day);

    public bool TryRead(ReadOnlySpan<char> text, CellKind kind, out DateOnly day) =>
        kind is CellKind.Number
            ? CivilDate.TryParseSerial(text, epoch, out day)
            : CivilDate.TryParse(text, style, out day);
}
