using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn;

/// <summary>How a unit's ledger stands after a pass, and what the pass's uploads did.</summary>
public sealed record PassResult(UnitLedger Ledger, IReadOnlyDictionary<Stamp, UploadEffect> Effects);

/// <summary>
/// Brings journal entries of one unit into its ledger and its figures into the tables, whatever crashes, repeats or
/// runs beside it (design.md §4, laws 1 to 3; docs/adr/0004).
/// </summary>
public sealed class LedgerPass(LedgerStore ledgers, JournalStore journal, KpiTables tables, TimeProvider time)
{
    /// <summary>After so long no take-in that saved an unpublished pass can still be writing rows.</summary>
    private static readonly TimeSpan LongestTakeIn = TimeSpan.FromHours(1);

    public async Task<PassResult> RunAsync(
        string unit,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation
    )
    {
        var stamps = entries.Select(entry => entry.Stamp).ToHashSet();
        var effects = new Dictionary<Stamp, UploadEffect>();
        var written = new HashSet<RowKey>();
        while (true)
        {
            var loaded = await ledgers.LoadAsync(unit, cancellation);
            var (ledger, etag, published) = (loaded.Ledger, loaded.ETag, loaded.Published);
            if (await JoinAsync(loaded, entries, cancellation))
            {
                etag = await ledgers.SaveAsync(ledger, etag, cancellation);
                if (etag is null)
                    continue;
                published = [];
            }
            Note(published.Concat(ledger.Unpublished), stamps, effects);
            var own = ledger
                .Unpublished.Where(pass => pass.Effects.Any(effect => stamps.Contains(effect.Stamp)))
                .ToList();
            if (own.Count == 0 && written.Count == 0)
                return new(ledger, effects);
            written.UnionWith(ledger.Unpublished.SelectMany(pass => pass.Rows));
            await Tracing.StepAsync(Spans.PublishFigures, () => tables.PublishAsync(ledger, written, cancellation));
            // Another take-in's pass stays listed: it may still be about to write rows older than ours.
            if (await ledgers.MarkPublishedAsync(ledger, etag!.Value, published.Concat(own), cancellation))
                return new(ledger, effects);
        }
    }

    /// <summary>True when the ledger changed and has to be saved.</summary>
    private async Task<bool> JoinAsync(
        LoadedLedger loaded,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation
    )
    {
        var ledger = loaded.Ledger;
        var now = time.GetUtcNow();
        if (loaded.IsFresh)
        {
            // A ledger that is missing or unreadable is derived from the journal alone, which is the truth.
            ledger.Generation = LedgerStore.NewGeneration(now);
            var said = await journal.ReadAllAsync(ledger.Unit, entries, cancellation);
            ledger.Withdrawn.UnionWith(said.Withdrawn);
            entries = said.Entries;
        }
        if (ledger.Withdrawn.Count > 0)
            entries = [.. entries.Where(entry => !ledger.Withdrawn.Contains(entry.Stamp))];
        await WakeAsync(ledger, entries, cancellation);
        var joined = new LedgerUpdate(ledger).Join(entries, now.UtcTicks);
        if (joined is null)
            return false;
        AdoptAbandoned(ledger, joined, now.UtcTicks);
        await Archiving.ArchiveAsync(ledger, ledgers, cancellation);
        return true;
    }

    private static void Note(IEnumerable<Pass> passes, HashSet<Stamp> stamps, Dictionary<Stamp, UploadEffect> effects)
    {
        foreach (var effect in passes.SelectMany(pass => pass.Effects).Where(effect => stamps.Contains(effect.Stamp)))
            effects[effect.Stamp] = effect;
    }

    /// <summary>Brings archived dossiers that the entries speak of back into the hot ledger.</summary>
    private async Task WakeAsync(UnitLedger ledger, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        foreach (var segment in Archiving.Asked(ledger, entries))
            Archiving.Wake(ledger, segment, await ledgers.ReadColdAsync(ledger, segment.Key, cancellation));
    }

    /// <summary>Rows of a take-in that crashed long ago become rows of this one; younger ones stay with their own.</summary>
    private static void AdoptAbandoned(UnitLedger ledger, Pass joined, long now)
    {
        var abandoned = ledger
            .Unpublished.Where(pass => pass != joined && now - pass.Since > LongestTakeIn.Ticks)
            .ToList();
        if (abandoned.Count == 0)
            return;
        var rows = joined.Rows.Concat(abandoned.SelectMany(pass => pass.Rows)).Distinct().ToList();
        ledger.Unpublished.RemoveAll(pass => pass == joined || abandoned.Contains(pass));
        ledger.Unpublished.Add(joined with { Rows = rows });
    }
}
