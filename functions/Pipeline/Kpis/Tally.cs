using System.Runtime.CompilerServices;

namespace CCHC.Pipeline.Kpis;

/// <summary>Whole numbers of dossiers, one per <see cref="Count"/>. Tallies add over units, fields and procedures.</summary>
public sealed class Tally : IEquatable<Tally>
{
    // Within the object: a ledger holds thousands of tallies.
    private Numbers counts;

    public Tally() { }

    public Tally(ReadOnlySpan<int> values) => values.CopyTo(counts);

    public int this[Count count]
    {
        get => counts[(int)count];
        set => counts[(int)count] = value;
    }

    public ReadOnlySpan<int> Values => counts;

    public bool IsEmpty => !Values.ContainsAnyExcept(0);

    public void Add(Count count, int by) => counts[(int)count] += by;

    public void Add(Tally other)
    {
        for (var i = 0; i < Counts.Number; i++)
            counts[i] += other.counts[i];
    }

    public static Tally Sum(IEnumerable<Tally> parts)
    {
        var sum = new Tally();
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }

    public Tally Copy() => new() { counts = counts };

    public bool Equals(Tally? other) => other is not null && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Tally);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var count in counts)
            hash.Add(count);
        return hash.ToHashCode();
    }

    [InlineArray(Counts.Number)]
    private struct Numbers
    {
        private int first;
    }
}
