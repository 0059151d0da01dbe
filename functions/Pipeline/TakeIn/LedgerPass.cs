using System.Globalization;
using Azure;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>How a unit's ledger stands after a pass, and what the pass's uploads did.</summary>
public sealed record PassResult(UnitLedger Ledger, IReadOnlyDictionary<Stamp, UploadEffect> Effects);

/// <summary>
/// Brings journal entries of one unit into its ledger and its figures into the tables, whatever crashes, repeats or
/// runs beside it (design.md §4, laws 1 to 3; docs/adr/0004).
/// </summary>
public sealed partial class LedgerPass(
    LedgerStore ledgers,
    JournalStore journal,
    KpiTables tables,
    KpiScan scan,
    DamageMarks damages,
    UnfinishedWork unfinished,
    TimeProvider time,
    ILogger<LedgerPass> log
)
{
    /// <summary>The rows of a unit that somebody may have overwritten with older ones before he died.</summary>
    public const string PublishAgain = "publish/";

    public async Task<PassResult> RunAsync(
        string unit,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation
    )
    {
        var stamps = entries.Select(entry => entry.Stamp).ToHashSet();
        var effects = new Dictionary<Stamp, UploadEffect>();
        var written = new HashSet<RowKey>();
        var mine = new HashSet<(string, long)>();
        var contention = new Contention(LedgerStore.PlaceOf(unit));
        // Every try begins with what is stored: what a failed one did to its ledger in memory is never used again.
        for (DamagedPart? damaged = null; ; await contention.PauseAsync(cancellation))
        {
            var loaded = await LoadAsync(unit, damaged, cancellation);
            var (ledger, etag, published) = (loaded.Ledger, loaded.ETag, loaded.Published);
            var followed = ColdStore.NamesOf(ledger);
            var others = ledger.Unpublished.Select(pass => pass.Key).ToHashSet();
            IReadOnlyList<ListedSegment>? listed;
            try
            {
                listed = await JoinAsync(loaded, entries, cancellation);
            }
            catch (DamagedLedgerException found)
            {
                damaged = new(found.Damage, etag);
                continue;
            }
            if (listed is not null)
            {
                // Before it is known to be saved: the answer alone may get lost.
                mine.UnionWith(ledger.Unpublished.Select(pass => pass.Key).Except(others));
                etag = await ledgers.SaveAsync(ledger, etag, cancellation);
                if (etag is null)
                    continue;
                published = [];
                await HealedAsync(loaded, cancellation);
            }
            Note(published.Concat(ledger.Unpublished), stamps, effects);
            var own = ledger
                .Unpublished.Where(pass => pass.Effects.Any(effect => stamps.Contains(effect.Stamp)))
                .ToList();
            if (own.Count > 0 || written.Count > 0)
            {
                // Another take-in's pass stays listed, of the same uploads or not: it may still be about to write rows
                // older than ours, and die of it. So may we, whom no pass of the ledger tells of.
                var sure = own.Where(pass => mine.Contains(pass.Key) || IsAbandoned(pass)).ToList();
                if (sure.Count < own.Count)
                    await unfinished.BeginAsync(PublishAgain + unit, "", cancellation);
                written.UnionWith(ledger.Unpublished.SelectMany(pass => pass.Rows));
                await Tracing.StepAsync(Spans.PublishFigures, () => tables.PublishAsync(ledger, written, cancellation));
                if (!await ledgers.MarkPublishedAsync(ledger, etag!.Value, published.Concat(sure), cancellation))
                    continue;
            }
            await ledgers.Cold.RemoveAsync(listed ?? [], followed, ledger, cancellation);
            return new(ledger, effects);
        }
    }

    /// <summary>What a pass of one upload would come to; nothing is stored.</summary>
    internal async Task<PassResult> TryAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var loaded = await ledgers.LoadAsync(entry.Unit, cancellation);
        IReadOnlyList<JournalEntry> entries = [entry];
        if (loaded.IsFresh)
        {
            var said = await journal.ReadAllAsync(entry.Unit, entries, cancellation);
            loaded.Ledger.Withdrawn.UnionWith(said.Withdrawn);
            entries = said.Entries;
        }
        await WakeAsync(loaded.Ledger, entries, cancellation);
        new LedgerUpdate(loaded.Ledger).Join(entries, time.GetUtcNow().UtcTicks);
        var effects = new Dictionary<Stamp, UploadEffect>();
        Note(loaded.Ledger.Unpublished, [entry.Stamp], effects);
        return new(loaded.Ledger, effects);
    }

    /// <summary>A part found damaged, and the hot ledger that named it.</summary>
    private sealed record DamagedPart(Damage Damage, ETag? Of);

    /// <summary>The stored ledger; unread when a part of it is damaged and nobody has replaced it since that was found.</summary>
    private async Task<LoadedLedger> LoadAsync(string unit, DamagedPart? damaged, CancellationToken cancellation)
    {
        var loaded = await ledgers.LoadAsync(unit, cancellation);
        return damaged is not null && damaged.Of == loaded.ETag
            ? LoadedLedger.Unread(unit, ledgers.Scheme, loaded.ETag, damaged.Damage)
            : loaded;
    }

    /// <summary>Null when the ledger holds it all; else it has to be saved, and these segments lay there before.</summary>
    private async Task<IReadOnlyList<ListedSegment>?> JoinAsync(
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
            var said = await journal.ReadAllAsync(ledger.Unit, entries, cancellation);
            ledger.Withdrawn.UnionWith(said.Withdrawn);
            entries = said.Entries;
        }
        if (ledger.Withdrawn.Count > 0)
            entries = [.. entries.Where(entry => !ledger.Withdrawn.Contains(entry.Stamp))];
        await WakeAsync(ledger, entries, cancellation);
        var joined = new LedgerUpdate(ledger).Join(entries, now.UtcTicks);
        if (loaded.Damage is not null)
            joined = await OweStraysAsync(ledger, joined, now.UtcTicks, cancellation);
        if (joined is null)
            return null;
        AdoptAbandoned(ledger, joined);
        return await Archiving.ArchiveAsync(ledger, ledgers.Cold, cancellation);
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
            Archiving.Wake(ledger, segment, await ledgers.Cold.ReadAsync(ledger, segment.Key, cancellation));
    }

    /// <summary>A damaged ledger can't tell which rows it owed: all that the tables hold are looked at.</summary>
    private async Task<Pass> OweStraysAsync(UnitLedger ledger, Pass? joined, long now, CancellationToken cancellation)
    {
        var strays = await scan.RowsOfAsync(ledger.Unit, ledger.Scheme, cancellation);
        var pass = joined ?? new(string.Create(CultureInfo.InvariantCulture, $"heal-{now}"), now, [], []);
        var whole = pass with { Rows = [.. pass.Rows.Union(strays)] };
        ledger.Unpublished.Remove(pass);
        ledger.Unpublished.Add(whole);
        return whole;
    }

    private async Task HealedAsync(LoadedLedger loaded, CancellationToken cancellation)
    {
        if (!loaded.IsFresh)
            return;
        await damages.ClearUnitAsync(loaded.Ledger.Unit, isLedgerWhole: true, cancellation);
        if (loaded.Damage is { } damage)
            LogHealed(damage.Place);
    }

    /// <summary>Rows of a take-in that crashed long ago become rows of this one; younger ones stay with their own.</summary>
    private void AdoptAbandoned(UnitLedger ledger, Pass joined)
    {
        var abandoned = ledger.Unpublished.Where(pass => pass != joined && IsAbandoned(pass)).ToList();
        if (abandoned.Count == 0)
            return;
        var rows = joined.Rows.Concat(abandoned.SelectMany(pass => pass.Rows)).Distinct().ToList();
        ledger.Unpublished.RemoveAll(pass => pass == joined || abandoned.Contains(pass));
        ledger.Unpublished.Add(joined with { Rows = rows });
    }

    private bool IsAbandoned(Pass pass) => pass.IsAbandoned(time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Place} was damaged and has been derived from the journal")]
    private partial void LogHealed(string place);
}
