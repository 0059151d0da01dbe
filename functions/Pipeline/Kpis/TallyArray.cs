using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// The running tallies of one year in one array: a ledger holds thousands of them, and as many objects would cost
/// the collector a third of a nation's day.
/// </summary>
/// <param name="sheet">The sheet whose year it is.</param>
internal sealed class TallyArray(object sheet)
{
    /// <summary>The counts, and the mark of a tally that was touched.</summary>
    private const int Width = Counts.Number + 1;
    private readonly Dictionary<Key, int> places = [];
    private int[] numbers = new int[16 * Width];

    public object Sheet => sheet;

    /// <summary>In the order in which they were added.</summary>
    public IEnumerable<(PeriodKey Period, SheetRow Row, int At)> All =>
        places.Select(place => (place.Key.Period, place.Key.Row, place.Value));

    /// <summary>A tally's counts, until the next one is added.</summary>
    public Span<int> this[int at] => numbers.AsSpan(at, Counts.Number);

    public bool IsMarked(int at) => numbers[at + Counts.Number] != 0;

    public void Mark(int at, bool isMarked) => numbers[at + Counts.Number] = isMarked ? 1 : 0;

    /// <summary>Negative where the row has no tally of that period.</summary>
    public int Find(PeriodKey period, SheetRow row) => places.TryGetValue(new(period, row), out var at) ? at : -1;

    public int Add(PeriodKey period, SheetRow row)
    {
        var at = places.Count * Width;
        places.Add(new(period, row), at);
        if (at == numbers.Length)
            Array.Resize(ref numbers, 2 * numbers.Length);
        return at;
    }

    /// <summary>Rows are the same only as objects.</summary>
    private readonly struct Key(PeriodKey period, SheetRow row) : IEquatable<Key>
    {
        public PeriodKey Period => period;
        public SheetRow Row => row;

        public bool Equals(Key other) => ReferenceEquals(row, other.Row) && period == other.Period;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() =>
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(row)
            + (period.Ordinal * 4 + (int)period.Kind) * -1640531535;
    }
}
