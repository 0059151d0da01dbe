using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>Whose dossiers carry which agency part in their codes, as far as staff listed them.</summary>
internal sealed class AgencyParts
{
    private readonly Dictionary<string, List<Unit>> holders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Unit>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public AgencyParts(UnitRegister units)
    {
        lookup = holders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var unit in units.All)
        {
            foreach (var code in unit.AgencyCodes)
            {
                if (!holders.TryGetValue(code, out var sharing))
                    holders[code] = sharing = [];
                sharing.Add(unit);
            }
        }
    }

    /// <summary>
    /// The other unit of that day under whose agency part a dossier was numbered; null where the part is the own one's,
    /// too, or nobody's. What a merged unit was carries on with those that follow it.
    /// </summary>
    public Unit? OtherOf(ReadOnlySpan<char> dossier, Unit own, DateOnly day)
    {
        var dash = dossier.IndexOf('-');
        if (holders.Count == 0 || dash < 0 || !lookup.TryGetValue(dossier[..dash], out var sharing))
            return null;
        Unit? other = null;
        foreach (var unit in sharing)
        {
            if (unit.Code == own.Code)
                return null;
            other ??= unit.Term.Includes(day) ? unit : null;
        }
        return other;
    }
}
