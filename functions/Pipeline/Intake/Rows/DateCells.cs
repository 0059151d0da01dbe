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

    public bool TryRead(Row row, int place, out DateOnly day) =>
        row.KindOf(place) is CellKind.Number
            ? CivilDate.TryParseSerial(row[place], epoch, out day)
            : CivilDate.TryParse(row[place], style, out day);
}
