using System.Runtime.InteropServices;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// Running tallies of many periods and rows. Years that nobody asks for stay packed, so that the cost of a change
/// does not grow with history; what changed is remembered until <see cref="TakeChanges"/>.
/// </summary>
public sealed class TallySheet<TRow>
    where TRow : SheetRow
{
    private const int New = -1;
    private readonly SortedDictionary<int, YearSheet<TRow>> years = [];
    private List<(PeriodKey Period, TRow Row, TallyPlace Tally, int Before)> touched = [];

    /// <summary>What touched tallies were, one after another.</summary>
    private List<int> before = [];

    public IEnumerable<KeyValuePair<int, YearSheet<TRow>>> Years => years;

    public void AddYear(int year, YearSheet<TRow> sheet) => years.Add(year, sheet);

    public TallyPlace? Find(PeriodKey period, TRow row) => years.GetValueOrDefault(period.Year)?.Find(period, row);

    /// <summary>The tally to be changed; its present value is remembered.</summary>
    public TallyPlace Touch(PeriodKey period, TRow row)
    {
        ref var last = ref row.LastIn(this, period.Kind);
        if (!last.IsTouchedOf(period))
            last = new(Look(period, row), period.Ordinal);
        return last.Tally;
    }

    /// <summary>All tallies that are not empty, packed years included.</summary>
    public IEnumerable<(PeriodKey Period, TRow Row, TallyPlace Tally)> All => years.Values.SelectMany(year => year.All);

    /// <summary>The rows whose tallies differ from what they were at the last call.</summary>
    public List<(PeriodKey Period, TRow Row)> TakeChanges()
    {
        var changes = new List<(PeriodKey, TRow)>(touched.Count);
        foreach (var (period, row, tally, was) in touched)
        {
            var isSame = was == New ? tally.IsEmpty : tally.Values.SequenceEqual(Before(was));
            if (!isSame)
                changes.Add((period, row));
            tally.Touch(false);
        }
        (touched, before) = ([], []);
        return changes;
    }

    private TallyPlace Look(PeriodKey period, TRow row)
    {
        var tally = YearOf(period).FindOrAdd(period, row, out var exists);
        if (tally.IsTouched)
            return tally;
        touched.Add((period, row, tally, exists ? before.Count : New));
        if (exists)
            before.AddRange(tally.Values);
        tally.Touch(true);
        return tally;
    }

    private ReadOnlySpan<int> Before(int at) => CollectionsMarshal.AsSpan(before).Slice(at, Counts.Number);

    private YearSheet<TRow> YearOf(PeriodKey period)
    {
        var year = period.Year;
        if (!years.TryGetValue(year, out var sheet))
            years[year] = sheet = new YearSheet<TRow>();
        sheet.IsTouched = true;
        return sheet;
    }
}
