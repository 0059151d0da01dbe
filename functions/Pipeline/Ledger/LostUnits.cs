using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>Units that the list has no more although they have a journal: nothing takes a unit off the list but damage.</summary>
public sealed class LostUnits(JournalStore journal, Registers registers, DamageMarks marks)
{
    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var lost in await FindAsync(cancellation))
            await marks.SetAsync(lost, cancellation);
    }

    /// <summary>By one listing of the journal's folders.</summary>
    public async Task<IReadOnlyList<Damage>> FindAsync(CancellationToken cancellation)
    {
        var listed = await registers.GetAsync(cancellation);
        return
        [
            .. (await journal.UnitsAsync(code: null, cancellation))
                .Where(unit => UnitTable.IsId(unit) && !IsTold(listed, unit))
                .Select(UnitTable.LostAt),
        ];
    }

    /// <summary>Whether a unit that was marked is listed again; null: it is no unit's mark.</summary>
    public async Task<bool?> IsMendedAsync(Damage damage, CancellationToken cancellation) =>
        UnitTable.IdOf(damage) is { } unit ? IsTold(await registers.GetAsync(cancellation), unit) : null;

    /// <summary>Listed, or named by whoever reads the list.</summary>
    private static bool IsTold(RegisterContent listed, string unit) =>
        listed.Units.Find(unit) is not null || listed.Awaits(unit.Split('-')[0]);
}
