using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Finds units by their whole names; names differ by one letter, so nothing less than equal counts.</summary>
internal sealed class UnitNames
{
    private readonly Dictionary<string, List<Unit>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Unit>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public UnitNames(UnitRegister units)
    {
        lookup = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var unit in units.All)
        {
            var name = Fold.Of(unit.Name);
            Add(unit.Name, unit);
            Add(name, unit);
            Add(Fold.Bare(name), unit);
            Add(unit.Code.Text, unit);
        }
    }

    /// <summary>All units that a text names.</summary>
    public IReadOnlyList<Unit> Named(ReadOnlySpan<char> text) =>
        lookup.TryGetValue(text, out var units) ? units : byName.GetValueOrDefault(Fold.Of(text), []);

    private void Add(string name, Unit unit)
    {
        if (!byName.TryGetValue(name, out var units))
            byName[name] = units = [];
        if (!units.Contains(unit))
            units.Add(unit);
    }
}
