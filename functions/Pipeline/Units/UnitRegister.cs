using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Units;

/// <summary>All holders of all codes; at most one holder of a code on any day.</summary>
public sealed class UnitRegister
{
    private readonly Dictionary<string, Unit> byId;
    private readonly ILookup<string, Unit> byCode;

    public UnitRegister(IEnumerable<Unit> units)
    {
        All = [.. units.OrderBy(unit => unit.Id, StringComparer.Ordinal)];
        byCode = All.ToLookup(unit => unit.Code.Text, StringComparer.Ordinal);
        foreach (var clash in Clashes(All))
            throw new InvalidDataException(clash.Words);
        byId = All.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Unit> All { get; }

    public bool Knows(string code) => byCode.Contains(code);

    public Unit? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The holder of <paramref name="code"/> on that day, to whom an upload with that as-of date belongs.</summary>
    public Unit? HolderOn(string code, DateOnly day) => byCode[code].FirstOrDefault(unit => unit.Term.Includes(day));

    /// <summary>Units valid on that day; a period's review asks for its last day.</summary>
    public IEnumerable<Unit> ValidOn(DateOnly day) => All.Where(unit => unit.Term.Includes(day));

    /// <summary>Units that were valid at some time in the period, and no more on its last day.</summary>
    public IEnumerable<Unit> EndedIn(Period period) =>
        All.Where(unit => unit.Term.EndsBefore(period.To) && unit.Term.Overlaps(period));

    /// <summary>A unit by its id, or by a code that has had one holder only, or by the code's holder on that day.</summary>
    public Unit? Resolve(string idOrCode, DateOnly day) =>
        HolderOn(idOrCode, day) ?? Find(idOrCode) ?? (byCode[idOrCode].Count() == 1 ? byCode[idOrCode].Single() : null);

    /// <summary>Codes that two units hold on one day, and what to say of it.</summary>
    public static IEnumerable<(string Code, string Words)> Clashes(IEnumerable<Unit> units)
    {
        foreach (var holders in units.ToLookup(unit => unit.Code.Text, StringComparer.Ordinal))
        {
            var inOrder = holders.OrderBy(unit => unit.ValidFrom ?? DateOnly.MinValue).ToList();
            foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (!earlier.Term.Overlaps(later.Term))
                    continue;
                yield return (
                    holders.Key,
                    $"Mã {holders.Key} có hai đơn vị cùng hiệu lực: {earlier.Name} và {later.Name}. Sửa valid_from, valid_to."
                );
                break;
            }
        }
    }
}
