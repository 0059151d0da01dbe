using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Recovery;

/// <summary>What a restoring did.</summary>
/// <param name="Manifest">What the backup holds.</param>
/// <param name="DoneBefore">When the same backup had been restored here before; nothing was done then.</param>
/// <param name="Held">Mails that waited, and are held now.</param>
/// <param name="Units">Units whose ledger and figures were derived.</param>
/// <param name="Differences">Where stored figures are not what the journal says; none when all is well.</param>
public sealed record RestoreResult(
    BackupManifest Manifest,
    DateTimeOffset? DoneBefore,
    int Held,
    int Units,
    IReadOnlyList<string> Differences
);

/// <summary>
/// Fills an unused store from a backup, derives ledgers and figures from its journal and verifies them. Nothing is
/// queued and nobody is mailed. Broken off, the store can't be used before it was done to the end.
/// </summary>
public sealed partial class RestoreStore(
    Store store,
    RegisterStore registers,
    RestoreMark mark,
    ChecklistFiles checklists,
    ChecklistReceipts checklistReceipts,
    Rebuild rebuild,
    VerifyRebuild verify,
    TimeProvider time,
    ILogger<RestoreStore> log
)
{
    private readonly UnusedStore unused = new(store, registers);

    /// <summary>Fills the store.</summary>
    /// <param name="path">The backup's folder; it is only read.</param>
    /// <param name="show">Shows how far it is.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="RecoveryException">The backup is not whole, or the store is in use; nothing was written.</exception>
    public async Task<RestoreResult> RestoreAsync(string path, ShowProgress show, CancellationToken cancellation)
    {
        using var folder = BackupFolder.OpenForReading(path);
        var manifest = await CheckBackup.CheckAsync(folder, show, cancellation);
        var begun = await mark.FindAsync(cancellation);
        if (begun is { FinishedAt: { } done } && begun.Backup == manifest.Digest)
            return new(manifest, done, 0, 0, []);
        await RefuseUsedAsync(begun, manifest, cancellation);
        await store.CreateMissingAsync(cancellation);
        var started = begun ?? new Restoration(manifest.Digest, time.GetUtcNow(), null);
        await mark.WriteAsync(started, cancellation);
        await unused.RemoveNotesAsync(manifest, cancellation);

        var held = await WriteAsync(folder, manifest, part => !BackupScope.IsGivenLast(part), show, cancellation);
        await FollowChecklistsAsync(manifest, cancellation);
        var rebuilt = await rebuild.RebuildAsync(show.For("tính lại"), cancellation);
        var differences = await verify.VerifyAsync(show.For("đối chiếu"), cancellation);
        await WriteAsync(folder, manifest, BackupScope.IsGivenLast, show, cancellation);
        await mark.WriteAsync(started with { FinishedAt = time.GetUtcNow() }, cancellation);
        LogRestored(manifest.Items, rebuilt.Units.Count, differences.Count);
        return new(manifest, null, held, rebuilt.Units.Count, differences);
    }

    private async Task RefuseUsedAsync(Restoration? begun, BackupManifest manifest, CancellationToken cancellation)
    {
        if (begun is { FinishedAt: null } && begun.Backup == manifest.Digest)
            return;
        if (begun is { FinishedAt: null })
            throw new RecoveryException(
                "Kho này đang được phục hồi dở từ một bản sao lưu khác. Chạy lại lệnh với bản sao lưu đó, hoặc dùng một kho trống."
            );
        var use = begun is null ? await unused.FindUseAsync(cancellation) : "đã phục hồi từ một bản sao lưu khác";
        if (use is not null)
            throw new RecoveryException($"Kho này đã được dùng ({use}); chỉ phục hồi vào kho trống. Chưa ghi gì.");
    }

    private async Task<int> WriteAsync(
        BackupFolder folder,
        BackupManifest manifest,
        Func<StorePart, bool> isWanted,
        ShowProgress show,
        CancellationToken cancellation
    )
    {
        var (blobs, tables) = (new RestoreBlobs(store, folder), new RestoreTables(store, folder, unused));
        var held = 0;
        foreach (var part in BackupScope.Parts.Where(isWanted))
        {
            if (part.IsTable && manifest.Table(part.Name) is { } table)
                held += await tables.RestoreAsync(table, cancellation);
            else if (!part.IsTable && manifest.Container(part.Name) is { } container)
                await blobs.RestoreAsync(container, show, cancellation);
        }
        return held;
    }

    /// <summary>Blobs have new ETags here: receipts of checklists say "done" of those, or all would be taken in anew.</summary>
    private async Task FollowChecklistsAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var backedUp = (manifest.Container(StoredNames.Checklists)?.Blobs ?? []).ToDictionary(
            blob => blob.Name,
            blob => blob.ETag,
            StringComparer.Ordinal
        );
        foreach (var checklist in await checklists.ListAsync(cancellation))
        {
            if (backedUp.TryGetValue(checklist.File, out var etag))
                await checklistReceipts.FollowAsync(checklist.File, etag, checklist.ETag, cancellation);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Restored {Items} items, derived {Units} units, {Differences} differences"
    )]
    private partial void LogRestored(int items, int units, int differences);
}
