using System.Globalization;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Derives one unit's ledger and figures again from its journal: after a withdrawal or another reading, which are no
/// joins, and wherever the stored ones are in doubt (design.md §4, law 2). Take-ins may run beside it.
/// </summary>
public sealed class DeriveUnit(
    JournalStore journal,
    LostEntries lost,
    LedgerStore ledgers,
    KpiTables tables,
    KpiScan scan,
    DamageMarks damages,
    TimeProvider time
)
{
    private const string PassPrefix = "derive-";

    /// <summary>Whether the stored ledger holds just what the journal says, and no derivation of it was broken off.</summary>
    public async Task<bool> IsCurrentAsync(string unit, CancellationToken cancellation)
    {
        var loaded = await ledgers.LoadAsync(unit, cancellation);
        if (loaded.IsFresh || loaded.Ledger.Unpublished.Exists(IsDerivation))
            return false;
        var places = await journal.PlacesAsync(unit, cancellation);
        var withdrawn = places.Where(place => place.IsWithdrawn).Select(place => place.Stamp);
        var counting = places.Where(place => place.Counts).Select(place => (place.Stamp, place.Reading)).ToHashSet();
        return loaded.Ledger.Withdrawn.SetEquals(withdrawn)
            && counting.SetEquals(loaded.Ledger.Uploads.Values.Select(upload => (upload.Stamp, upload.Reading)));
    }

    public PeriodScheme Scheme => ledgers.Scheme;

    /// <summary>Replaces the ledger and every row that it or its predecessor speaks of.</summary>
    public Task DeriveAsync(string unit, CancellationToken cancellation) => DeriveAsync(unit, null, cancellation);

    /// <summary>The same, and rows that no ledger may know of.</summary>
    /// <param name="unit">Unit id.</param>
    /// <param name="stored">The rows that the tables hold of it; null = they are looked for where no ledger tells.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task DeriveAsync(string unit, IReadOnlyList<RowKey>? stored, CancellationToken cancellation)
    {
        var (mine, written) = (new HashSet<(string, long)>(), new HashSet<RowKey>());
        var contention = new Contention(LedgerStore.PlaceOf(unit));
        for (; ; await contention.PauseAsync(cancellation))
        {
            // The ledger before the journal: what is added after this listing finds another ledger, or moves this one.
            var loaded = await ledgers.LoadAsync(unit, cancellation);
            if (loaded.IsFresh)
                await lost.CheckAsync(unit, cancellation);
            var said = await journal.ReadAllAsync(unit, cancellation);
            await journal.CheckNothingLostAsync(loaded.Ledger, said.PlacesOf(unit), cancellation);
            var derived = LedgerUpdate.Derive(unit, ledgers.Scheme, said).Ledger;
            var strays =
                stored is null && loaded.IsFresh
                    ? await scan.RowsOfAsync(unit, derived.Scheme, cancellation)
                    : stored ?? [];
            // Rows of our earlier tries, too: written late, they may lie over what another derivation removed meanwhile.
            var before = RowsOf(loaded.Ledger).Concat(strays).Concat(written);
            var rows = RowsOf(derived).Concat(before).Distinct().ToList();
            await Archiving.ArchiveAsync(derived, ledgers.Cold, cancellation);
            var now = time.GetUtcNow();
            var pass = new Pass(PassId(now.UtcTicks), now.UtcTicks, Kept(loaded, derived), rows);
            derived.Unpublished.Add(pass);
            // Who works beside us may still write rows older than ours, and die of it: its repetition finds its pass.
            derived.Unpublished.AddRange(
                loaded.Ledger.Unpublished.Where(other =>
                    !mine.Contains(other.Key) && !(IsDerivation(other) && other.IsAbandoned(now))
                )
            );
            mine.Add(pass.Key);
            var listed = await ledgers.Cold.ListAsync(unit, cancellation);
            if (await ledgers.SaveAsync(derived, loaded.ETag, cancellation) is not { } etag)
                continue;
            written.UnionWith(rows);
            await tables.PublishAsync(derived, rows, cancellation);
            if (!await ledgers.MarkPublishedAsync(derived, etag, [pass], cancellation))
                continue;
            await damages.ClearUnitAsync(unit, isLedgerWhole: true, cancellation);
            // Last: one that is held stays, and is told of, but all is derived.
            await ledgers.Cold.RemoveAsync(listed, ColdStore.NamesOf(loaded.Ledger), derived, cancellation);
            return;
        }
    }

    /// <summary>
    /// What each upload does, seen from the present: changed against the uploads before it, superseded by those after
    /// it. Changes nothing.
    /// </summary>
    public async Task<PassResult> SeeAsync(string unit, CancellationToken cancellation)
    {
        var said = await journal.ReadAllAsync(unit, cancellation);
        var (ledger, effects) = LedgerUpdate.Derive(unit, ledgers.Scheme, said);
        var update = new LedgerUpdate(ledger);
        var superseded = said.Entries.ToDictionary(entry => entry.Stamp, update.Superseded);
        return new(
            ledger,
            effects.ToDictionary(
                effect => effect.Stamp,
                effect => superseded[effect.Stamp] with { Changed = effect.Changed }
            )
        );
    }

    /// <summary>What was published may have been any of these rows: those counted, and those owed by a crashed take-in.</summary>
    private static IEnumerable<RowKey> RowsOf(UnitLedger ledger) =>
        ledger
            .Sheet.All.Select(row => new RowKey(row.Period, row.Row.Suffix))
            .Concat(ledger.Unpublished.SelectMany(pass => pass.Rows));

    /// <summary>What take-ins whose receipts are not written yet will want to know.</summary>
    private static List<UploadEffect> Kept(LoadedLedger loaded, UnitLedger derived) =>
        [
            .. loaded
                .Published.Concat(loaded.Ledger.Unpublished)
                .SelectMany(pass => pass.Effects)
                .Where(effect => derived.Uploads.ContainsKey(effect.Stamp)),
        ];

    private static string PassId(long now) => string.Create(CultureInfo.InvariantCulture, $"{PassPrefix}{now}");

    private static bool IsDerivation(Pass pass) => pass.Id.StartsWith(PassPrefix, StringComparison.Ordinal);
}
