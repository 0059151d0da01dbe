using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Columns with an unknown heading that hold dates while due, finished or returned has no column: one of them may be
/// what is missing, and without it every dossier would be on time, or finished on the day of the file.
/// </summary>
internal sealed class UnknownDates
{
    private const int RowsLookedAt = 200;
    private static readonly Column[] Wanted = [Column.Due, Column.Finished, Column.Returned];
    private static readonly string[] WordsOfTime = ["ngay", "han", "thoi", "gio", "date", "time", "luc"];
    private readonly ReadingContext context;
    private readonly DateCells dates;
    private readonly (int Place, bool SoundsLikeTime)[] places;
    private readonly int[] filled;
    private readonly int[] days;
    private int rows;

    public UnknownDates(ReadingContext context)
    {
        this.context = context;
        dates = new DateCells(context);
        var isMissing = Array.Exists(Wanted, column => !context.Header.Has(column));
        places = isMissing ? [.. context.Header.Unknown.Select(place => (place, SoundsLikeTime(place)))] : [];
        filled = new int[places.Length];
        days = new int[places.Length];
    }

    public RowFault? Fault
    {
        get
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (days[i] > 0 && 2 * days[i] > filled[i])
                    return FileFaults.DateColumnUnknown(context.Header, places[i].Place, context.Lexicon, Missing());
            }
            return null;
        }
    }

    public void Add(Row row)
    {
        if (places.Length == 0 || rows++ >= RowsLookedAt)
            return;
        for (var i = 0; i < places.Length; i++)
        {
            var (place, soundsLikeTime) = places[i];
            if (DateCells.IsBlank(row[place]))
                continue;
            filled[i]++;
            // A number is a day only under a heading that says so: it may be a fee.
            var mayBe = soundsLikeTime || row.KindOf(place) is not CellKind.Number;
            days[i] += mayBe && dates.TryRead(row, place, out _) ? 1 : 0;
        }
    }

    private bool SoundsLikeTime(int place)
    {
        var words = Fold.Bare(Fold.Of(context.Header.TextAt(place))).Split(' ');
        return Array.Exists(words, word => Array.IndexOf(WordsOfTime, word) >= 0);
    }

    private IEnumerable<string> Missing() =>
        Wanted.Where(column => !context.Header.Has(column)).Select(context.Lexicon.NameOf);
}
