namespace CCHC.Pipeline.Ledger;

/// <summary>A value and the upload that said it; unknown while no upload has.</summary>
public readonly record struct Latest<T>(T Value, Stamp? At)
    where T : notnull
{
    public bool IsKnown => At is not null;

    /// <summary>The later of two sayings.</summary>
    public Latest<T> Or(Latest<T> other) => other.At is not null && other.At.CompareTo(At) > 0 ? other : this;

    /// <summary>The earlier of two sayings.</summary>
    public Latest<T> OrFirst(Latest<T> other) =>
        At is null || (other.At is not null && other.At.CompareTo(At) < 0) ? other : this;
}
