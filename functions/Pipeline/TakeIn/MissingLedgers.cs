using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Ledgers that are gone though uploads were joined into them. Figures stay right, whoever needs them derives them from
/// the journal; the next take-in and the night's sweep store them again (design.md §4, law 2b).
/// </summary>
/// <remarks>Every look at health asks: it costs a listing, and now and then one of the journal's units.</remarks>
public sealed class MissingLedgers(JournalStore journal, LedgerStore ledgers, ExportsTable table, TimeProvider time)
{
    /// <summary>No unit ever leaves the journal.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    /// <summary>On a first day every unit's first upload may be on its way, and each costs a request.</summary>
    private const int MostLookedAt = 25;

    private const string Words =
        "sổ cái bị mất dù đã có tệp được nạp; số liệu vẫn đúng, được tính từ nhật ký khi cần. Lần nạp tới hoặc lần quét đêm nay lập lại; muốn có ngay thì chạy cchc sweep";

    private KnownUnits? known;

    private sealed record KnownUnits(IReadOnlyList<string> Units, DateTimeOffset ReadAt);

    public async Task<IReadOnlyList<Damage>> FindAsync(CancellationToken cancellation)
    {
        // The journals before the ledgers: a first upload has its journal first.
        var units = await JournalledAsync(cancellation);
        var stored = await ledgers.StoredAsync(cancellation);
        var missing = new List<Damage>();
        foreach (var unit in units.Where(unit => !stored.Contains(Paths.HotLedger(unit))).Take(MostLookedAt))
        {
            if (await table.TellsOfLedgerAsync(unit, cancellation))
                missing.Add(new(LedgerStore.PlaceOf(unit), Words));
        }
        return missing;
    }

    private async Task<IReadOnlyList<string>> JournalledAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known is { } fresh && now - fresh.ReadAt < Freshness)
            return fresh.Units;
        var units = await journal.UnitsAsync(code: null, cancellation);
        known = new(units, now);
        return units;
    }
}
