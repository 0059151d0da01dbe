using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Finds units by their whole names; names differ by one letter, so nothing less than equal counts.</summary>
internal sealed class UnitNames
{
    private readonly Dictionary<string, List<Unit>> byName = new(StringComparer.Ordinal);

    public UnitNames(UnitRegister units)
    {
        foreach (var unit in units.All)
        {
            var name = Fold.Of(unit.Name);
            Add(name, unit);
            Add(Fold.Bare(name), unit);
            Add(unit.Code.Text, unit);
        }
    }

    /// <summary>All units that a text names.</summary>
    public IReadOnlyList<Unit> Named(ReadOnlySpan<char> text) => byName.GetValueOrDefault(Fold.Of(text), []);

    private void Add(string name, Unit unit)
    {
        if (!byName.TryGetValue(name, out var units))
            byName[name] = units = [];
        if (!units.Contains(unit))
            units.Add(unit);
    }
}

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
