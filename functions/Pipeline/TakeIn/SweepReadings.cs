using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// What a sweep sees besides its work, for the gauges: how much waits, how long, and what was given up. It costs the
/// sweep two listings, and a request per poison queue and per mark of an export or checklist; nothing is asked of storage twice.
/// </summary>
public sealed class SweepReadings(Instruments instruments, HealthCheck health, TimeProvider time)
{
    private static readonly string[] PoisonKinds =
    [
        StoredNames.Exports,
        StoredNames.Checklists,
        StoredNames.Notices,
        StoredNames.OutboxQueue,
        UnreadableMessages.Kind,
    ];
    private const string Unmarked = "unmarked";

    /// <summary>Before anything is taken in, of all uploads and not only the recent ones: a sweep that fails has said so much.</summary>
    /// <returns>The uploads without a receipt.</returns>
    internal List<ListedExport> Before(IEnumerable<ListedExport> lying, Dictionary<string, ReceiptSummary> known)
    {
        List<ListedExport> untold =
        [
            .. lying.Where(export =>
                !known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt) || receipt.ETag != export.ETag
            ),
        ];
        Read(untold);
        return untold;
    }

    /// <summary>What is left once the sweep has taken in what it could.</summary>
    internal async Task AfterAsync(
        List<ListedExport> untold,
        IEnumerable<Receipt> taken,
        CancellationToken cancellation
    )
    {
        var told = taken.Select(receipt => receipt.ETag).ToHashSet(StringComparer.Ordinal);
        untold.RemoveAll(export => told.Contains(export.ETag));
        Read(untold);
        var standing = (await health.StandingAsync(cancellation)).ToLookup(mark => mark.Split('/')[0]);
        var lying = (await health.LyingAsync(cancellation)).Sum(queue => queue.Count);
        instruments.Poison.Read([.. PoisonKinds.Select(kind => (kind, standing[kind].Count())), (Unmarked, lying)]);
    }

    private void Read(List<ListedExport> untold)
    {
        var oldest = untold.Select(export => export.LastModified).DefaultIfEmpty(time.GetUtcNow()).Min();
        instruments.Waiting.Read(untold.Count);
        instruments.OldestAge.Read((long)Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds));
    }
}
