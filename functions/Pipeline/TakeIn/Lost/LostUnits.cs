using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>Units that the list has no more although they have a journal: nothing takes a unit off the list but damage.</summary>
public sealed class LostUnits(JournalStore journal, Registers registers, DamageMarks marks)
{
    public async Task LookAsync(CancellationToken cancellation)
    {
        var listed = await registers.GetAsync(cancellation);
        foreach (var unit in await journal.UnitsAsync(code: null, cancellation))
        {
            if (UnitTable.IsId(unit) && !IsTold(listed, unit))
                await marks.SetAsync(new(UnitTable.PlaceOf(unit), UnitTable.LostWords), cancellation);
        }
    }

    /// <summary>Whether a unit that was marked is listed again; null: it is no unit's mark.</summary>
    public async Task<bool?> IsMendedAsync(Damage damage, CancellationToken cancellation) =>
        UnitTable.IdOf(damage) is { } unit ? IsTold(await registers.GetAsync(cancellation), unit) : null;

    /// <summary>Listed, or named by whoever reads the list.</summary>
    private static bool IsTold(RegisterContent listed, string unit) =>
        listed.Units.Find(unit) is not null || listed.Awaits(unit.Split('-')[0]);
}
