using System.Runtime.InteropServices;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// Running tallies of many periods and rows. Years that nobody asks for stay packed, so that the cost of a change
/// does not grow with history; what changed is remembered until <see cref="TakeChanges"/>.
/// </summary>
public sealed class TallySheet<TRow>
    where TRow : class
{
    private readonly SortedDictionary<int, YearSheet<TRow>> years = [];
    private readonly List<(PeriodKey Period, TRow Row, TallyCell Cell)> touched = [];

    // A dossier counts in its unit, field and procedure one after another: the period is looked up once.
    private (PeriodKey Period, Dictionary<TRow, TallyCell> Rows)? last;

    public IEnumerable<KeyValuePair<int, YearSheet<TRow>>> Years => years;

    public void AddYear(int year, YearSheet<TRow> sheet) => years.Add(year, sheet);

    public Tally? Find(PeriodKey period, TRow row) => years.GetValueOrDefault(period.Year)?.Find(period, row);

    /// <summary>The tally to be changed; its present value is remembered.</summary>
    public Tally Touch(PeriodKey period, TRow row)
    {
        if (last is not { } at || at.Period != period)
            last = at = (period, RowsToTouch(period));
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(at.Rows, row, out var exists);
        cell ??= new TallyCell();
        if (!cell.IsTouched)
        {
            cell.Before = exists ? cell.Now.Copy() : null;
            cell.IsTouched = true;
            touched.Add((period, row, cell));
        }
        return cell.Now;
    }

    /// <summary>All tallies that are not empty, packed years included.</summary>
    public IEnumerable<(PeriodKey Period, TRow Row, Tally Tally)> All =>
        years.Values.SelectMany(year => year.All).Where(entry => !entry.Tally.IsEmpty);

    /// <summary>The rows whose tallies differ from what they were at the last call.</summary>
    public List<(PeriodKey Period, TRow Row)> TakeChanges()
    {
        var changes = new List<(PeriodKey, TRow)>(touched.Count);
        foreach (var (period, row, cell) in touched)
        {
            if (cell.Before is null ? !cell.Now.IsEmpty : !cell.Before.Equals(cell.Now))
                changes.Add((period, row));
            (cell.Before, cell.IsTouched) = (null, false);
        }
        touched.Clear();
        return changes;
    }

    private Dictionary<TRow, TallyCell> RowsToTouch(PeriodKey period)
    {
        var year = period.Year;
        if (!years.TryGetValue(year, out var sheet))
            years[year] = sheet = new YearSheet<TRow>();
        sheet.IsTouched = true;
        return sheet.RowsOf(period);
    }
}

/// <summary>A running tally and what it was before it was touched.</summary>
internal sealed class TallyCell
{
    public Tally Now { get; } = new();
    public Tally? Before { get; set; }
    public bool IsTouched { get; set; }
}

/// <summary>One year of a <see cref="TallySheet{TRow}"/>: packed bytes until somebody asks.</summary>
public sealed class YearSheet<TRow>
    where TRow : class
{
    private readonly Dictionary<PeriodKey, Dictionary<TRow, TallyCell>> periods = [];
    private Func<IEnumerable<(PeriodKey, TRow, Tally)>>? unpack;

    public YearSheet() { }

    public YearSheet(ReadOnlyMemory<byte> packed, Func<IEnumerable<(PeriodKey, TRow, Tally)>> unpack) =>
        (Packed, this.unpack) = (packed, unpack);

    /// <summary>The bytes it was read from; only to be written back while it is untouched.</summary>
    public ReadOnlyMemory<byte> Packed { get; }

    public bool IsTouched { get; internal set; }

    public IEnumerable<(PeriodKey Period, TRow Row, Tally Tally)> All
    {
        get
        {
            Unpack();
            return periods.SelectMany(period => period.Value.Select(row => (period.Key, row.Key, row.Value.Now)));
        }
    }

    public Tally? Find(PeriodKey period, TRow row)
    {
        Unpack();
        return periods.TryGetValue(period, out var rows) ? rows.GetValueOrDefault(row)?.Now : null;
    }

    internal Dictionary<TRow, TallyCell> RowsOf(PeriodKey period)
    {
        Unpack();
        if (!periods.TryGetValue(period, out var rows))
            periods[period] = rows = [];
        return rows;
    }

    private void Unpack()
    {
        if (unpack is null)
            return;
        var read = unpack;
        unpack = null;
        foreach (var (period, row, tally) in read())
        {
            var cell = new TallyCell();
            cell.Now.Add(tally);
            RowsOf(period).Add(row, cell);
        }
    }
}
