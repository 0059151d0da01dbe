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
    private readonly Dictionary<(PeriodKey, TRow), Tally?> before = [];

    public IEnumerable<KeyValuePair<int, YearSheet<TRow>>> Years => years;

    public void AddYear(int year, YearSheet<TRow> sheet) => years.Add(year, sheet);

    public Tally? Find(PeriodKey period, TRow row) => years.GetValueOrDefault(period.Year)?.Find(period, row);

    /// <summary>The tally to be changed; its present value is remembered.</summary>
    public Tally Touch(PeriodKey period, TRow row)
    {
        var year = period.Year;
        if (!years.TryGetValue(year, out var sheet))
            years[year] = sheet = new YearSheet<TRow>();
        var tally = sheet.FindOrAdd(period, row, out var isNew);
        sheet.IsTouched = true;
        before.TryAdd((period, row), isNew ? null : tally.Copy());
        return tally;
    }

    /// <summary>All tallies that are not empty, packed years included.</summary>
    public IEnumerable<(PeriodKey Period, TRow Row, Tally Tally)> All =>
        years.Values.SelectMany(year => year.All).Where(entry => !entry.Tally.IsEmpty);

    /// <summary>The rows whose tallies differ from what they were at the last call.</summary>
    public List<(PeriodKey Period, TRow Row)> TakeChanges()
    {
        var changes = new List<(PeriodKey, TRow)>();
        foreach (var ((period, row), old) in before)
        {
            var now = Find(period, row);
            if (old is null ? now is { IsEmpty: false } : !old.Equals(now))
                changes.Add((period, row));
        }
        before.Clear();
        return changes;
    }
}

/// <summary>One year of a <see cref="TallySheet{TRow}"/>: packed bytes until somebody asks.</summary>
public sealed class YearSheet<TRow>
    where TRow : class
{
    private readonly Dictionary<PeriodKey, Dictionary<TRow, Tally>> periods = [];
    private Func<IEnumerable<(PeriodKey, TRow, Tally)>>? unpack;

    public YearSheet() { }

    public YearSheet(ReadOnlyMemory<byte> packed, Func<IEnumerable<(PeriodKey, TRow, Tally)>> unpack) =>
        (Packed, this.unpack) = (packed, unpack);

    /// <summary>The bytes it was read from; only to be written back while it is untouched.</summary>
    public ReadOnlyMemory<byte> Packed { get; }

    public bool IsTouched { get; set; }

    public IEnumerable<(PeriodKey Period, TRow Row, Tally Tally)> All
    {
        get
        {
            Unpack();
            return periods.SelectMany(period => period.Value.Select(row => (period.Key, row.Key, row.Value)));
        }
    }

    public Tally? Find(PeriodKey period, TRow row)
    {
        Unpack();
        return periods.TryGetValue(period, out var rows) ? rows.GetValueOrDefault(row) : null;
    }

    public Tally FindOrAdd(PeriodKey period, TRow row, out bool isNew)
    {
        Unpack();
        if (!periods.TryGetValue(period, out var rows))
            periods[period] = rows = [];
        isNew = !rows.TryGetValue(row, out var tally);
        if (isNew)
            rows[row] = tally = new Tally();
        return tally!;
    }

    private void Unpack()
    {
        if (unpack is null)
            return;
        var read = unpack;
        unpack = null;
        foreach (var (period, row, tally) in read())
            FindOrAdd(period, row, out _).Add(tally);
    }
}
