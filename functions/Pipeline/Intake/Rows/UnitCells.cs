using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>What the unit cell of a row says about whose row it is.</summary>
internal enum Ownership
{
    Own,

    /// <summary>Blank, no such column, or nobody to compare with.</summary>
    Unsaid,

    /// <summary>It names another listed unit.</summary>
    Others,

    /// <summary>It names no listed unit.</summary>
    Unclear,
}

/// <summary>Judges the unit cells of one file, each distinct text once.</summary>
internal sealed class UnitCells(UnitNames names, Unit? own)
{
    private const int Remembered = 256;
    private readonly Dictionary<string, Ownership> seen = new(StringComparer.Ordinal);

    public Ownership Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || own is null)
            return Ownership.Unsaid;
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
            return known;
        var ownership = Judge(text);
        if (seen.Count < Remembered)
            lookup[text] = ownership;
        return ownership;
    }

    private Ownership Judge(ReadOnlySpan<char> text)
    {
        var named = names.Named(text);
        if (named.Count == 0)
            return Ownership.Unclear;
        return named.Contains(own!) ? Ownership.Own : Ownership.Others;
    }
}
