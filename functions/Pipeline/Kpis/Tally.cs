namespace CCHC.Pipeline.Kpis;

/// <summary>Whole numbers of dossiers, one per <see cref="Count"/>. Tallies add over units, fields and procedures.</summary>
public sealed class Tally : IEquatable<Tally>
{
    private readonly int[] counts;

    public Tally()
        : this(new int[Counts.Number]) { }

    private Tally(int[] counts) => this.counts = counts;

    public int this[Count count]
    {
        get => counts[(int)count];
        set => counts[(int)count] = value;
    }

    public ReadOnlySpan<int> Values => counts;

    public bool IsEmpty => !counts.AsSpan().ContainsAnyExcept(0);

    public void Add(Count count, int by) => counts[(int)count] += by;

    public void Add(Tally other)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    public static Tally Sum(IEnumerable<Tally> parts)
    {
        var sum = new Tally();
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }

    public Tally Copy() => new([.. counts]);

    public bool Equals(Tally? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts);

    public override bool Equals(object? obj) => Equals(obj as Tally);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var count in counts)
            hash.Add(count);
        return hash.ToHashCode();
    }
}
