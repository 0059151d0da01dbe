namespace CCHC.Demo;

/// <summary>Seeded chance (SplitMix64) that gives the same numbers on every runtime and machine.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>An own stream for a named part, so that a change in one part leaves the others as they were.</summary>
    public static Chance For(int seed, string part)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in part)
            hash = (hash ^ c) * 1099511628211UL;
        return new Chance(hash);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> choices)
    {
        List<T> shuffled = [.. choices];
        for (var i = shuffled.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }
        return shuffled;
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
