using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// One year of a <see cref="TallySheet{TRow}"/>: packed bytes until somebody asks. Its tallies stand in a few arrays,
/// for a ledger holds thousands, and as many objects would cost the collector a third of a nation's day.
/// </summary>
public sealed class YearSheet<TRow>
    where TRow : SheetRow
{
    private const int TalliesOfArray = 32;
    private readonly Dictionary<Key, int> places = [];
    private readonly List<int[]> arrays = [];
    private Func<IEnumerable<(PeriodKey, TRow, Tally)>>? unpack;

    public YearSheet() { }

    public YearSheet(ReadOnlyMemory<byte> packed, Func<IEnumerable<(PeriodKey, TRow, Tally)>> unpack) =>
        (Packed, this.unpack) = (packed, unpack);

    /// <summary>The bytes it was read from; only to be written back while it is untouched.</summary>
    public ReadOnlyMemory<byte> Packed { get; }

    public bool IsTouched { get; internal set; }

    /// <summary>The tallies that are not empty.</summary>
    public IEnumerable<(PeriodKey Period, TRow Row, TallyPlace Tally)> All
    {
        get
        {
            Unpack();
            return places
                .Select(place => (place.Key.Period, (TRow)place.Key.Row, At(place.Value)))
                .Where(place => !place.Item3.IsEmpty);
        }
    }

    public TallyPlace? Find(PeriodKey period, TRow row)
    {
        Unpack();
        return places.TryGetValue(new(period, row), out var place) ? At(place) : null;
    }

    internal TallyPlace FindOrAdd(PeriodKey period, TRow row, out bool exists)
    {
        Unpack();
        var key = new Key(period, row);
        exists = places.TryGetValue(key, out var place);
        return exists ? At(place) : Add(key);
    }

    private TallyPlace Add(Key key)
    {
        var place = places.Count;
        if (place == arrays.Count * TalliesOfArray)
            arrays.Add(new int[TalliesOfArray * TallyPlace.Width]);
        places.Add(key, place);
        return At(place);
    }

    private TallyPlace At(int place) => new(arrays[place / TalliesOfArray], place % TalliesOfArray * TallyPlace.Width);

    private void Unpack()
    {
        if (unpack is null)
            return;
        var read = unpack;
        unpack = null;
        foreach (var (period, row, tally) in read())
            Add(new(period, row)).Fill(tally);
    }

    /// <summary>Rows are the same only as objects.</summary>
    private readonly struct Key(PeriodKey period, SheetRow row) : IEquatable<Key>
    {
        private const int Spread = -1_640_531_535;

        public PeriodKey Period => period;
        public SheetRow Row => row;

        public bool Equals(Key other) => ReferenceEquals(row, other.Row) && period == other.Period;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => row.Hash + (period.Ordinal * 4 + (int)period.Kind) * Spread;
    }
}
