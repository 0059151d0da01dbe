using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Whether a period's review is finished, as its last row tells.</summary>
public enum FrozenState
{
    NotDone,
    Done,

    /// <summary>The last row can't be read, or rows of letters are gone: it is not known to be done, and not done again.</summary>
    Unknown,
}

/// <summary>A period's frozen rows.</summary>
/// <param name="Period">Which.</param>
/// <param name="State">Whether its review is finished.</param>
/// <param name="Units">The units whose rows can be read.</param>
/// <param name="Damages">Of the others, and of the last row, what is wrong; a lost row is among them.</param>
public sealed record FrozenRows(
    Period Period,
    FrozenState State,
    IReadOnlyList<ReviewedUnit> Units,
    IReadOnlyList<Damage> Damages
)
{
    /// <summary>What its last row says, or is known to have said; null where the review isn't known to be finished.</summary>
    public ReviewEnd? End { get; init; }

    /// <summary>The last row itself is gone.</summary>
    public bool LacksLast { get; init; }

    /// <summary>How many units a finished review froze; null where it isn't known to be finished.</summary>
    public int? Frozen => End?.Units;

    /// <summary>No unit lacks; a row of nobody's is no unit.</summary>
    public bool IsWhole => Frozen is { } count ? Units.Count >= count : Damages.Count == 0;

    public IReadOnlyDictionary<string, ReviewedUnit> ById =>
        Units.ToDictionary(unit => unit.Unit.Id, StringComparer.Ordinal);

    /// <summary>For whom a unit that can't be read is not "none".</summary>
    /// <exception cref="UnreadableException">One can't be read.</exception>
    public IReadOnlyList<ReviewedUnit> Whole => IsWhole ? Units : throw new UnreadableException(Damages[0]);

    /// <summary>The units of rows that can't be read.</summary>
    public IEnumerable<UnitTrouble> Troubles => Damages.Select(damage => UnitTrouble.Of(KeyOf(damage), damage));

    /// <summary>Whether a row that was marked is in order now, or gone without being missed; a unit that is waited for is.</summary>
    public bool IsMended(Damage marked, UnitRegister units) =>
        Damages.All(damage => damage.Place != marked.Place)
        && (State is FrozenState.Done || units.Find(KeyOf(marked)) is null || ById.ContainsKey(KeyOf(marked)));

    internal static string KeyOf(Damage damage) => damage.Place.Split('/')[^1];

    /// <summary>What is wrong with a unit's own row; null: nothing, or there is none.</summary>
    public Damage? DamageOf(string unit) =>
        Damages.FirstOrDefault(damage => damage.Place == ReviewTable.PlaceOf(Period.Name, unit));

    /// <summary>Refuses to go on where the last row can't be read, or rows of letters are gone.</summary>
    /// <exception cref="UnreadableException">Nobody can tell whether the review is finished.</exception>
    public void RefuseUnknown()
    {
        if (State is FrozenState.Unknown)
            throw new UnreadableException(DamageOf(Keys.ReviewDone) ?? Damages[^1]);
    }

    /// <summary>Units of which this review has still to speak, if it has begun: what follows can't be compared with it.</summary>
    public IEnumerable<Damage> Owed(UnitRegister units)
    {
        if (State is FrozenState.Done || (State is FrozenState.NotDone && Units.Count + Damages.Count == 0))
            return [];
        var known = ById;
        return units
            .ValidOn(Period.To)
            .Where(unit => !known.ContainsKey(unit.Id) && DamageOf(unit.Id) is null)
            .Select(unit => new Damage(
                ReviewTable.PlaceOf(Period.Name, unit.Id),
                $"đánh giá kỳ {Period.Name} của đơn vị này chưa xong"
            ));
    }
}
