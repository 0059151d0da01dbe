using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Recovery;

/// <summary>What a backup did.</summary>
/// <param name="Manifest">What the folder holds now.</param>
/// <param name="Written">Files that were new.</param>
/// <param name="Exports">Uploads in the store; none of them is in the backup.</param>
public sealed record BackupResult(BackupManifest Manifest, int Written, int Exports);

/// <summary>
/// Copies into a folder everything that the journal can't restore, and the journal; the store is only read. Doing it
/// again copies what is new; broken off, doing it again goes on.
/// </summary>
/// <remarks>
/// It looks at the store again and again until a whole look finds it as the one before did: then the copy is one
/// moment's. A store that never stands still is given up on: what was copied then rests on <see cref="BackupScope"/>'s
/// order alone.
/// </remarks>
public sealed partial class BackUpStore(
    Store store,
    StoreBirth birth,
    ExportStore exports,
    ReceiptStore receipts,
    RestoreMark restored,
    TimeProvider time,
    ILogger<BackUpStore> log
)
{
    private const int MostLooks = 4;

    /// <summary>Copies the store into a folder.</summary>
    /// <param name="path">A new folder, or one that an earlier backup of this store made.</param>
    /// <param name="show">Shows how far it is.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="RecoveryException">It can't be done; an earlier backup is as it was.</exception>
    public async Task<BackupResult> BackUpAsync(string path, ShowProgress show, CancellationToken cancellation)
    {
        await RefuseNoStoreAsync(cancellation);
        await restored.RefuseHalfRestoredAsync(cancellation);
        using var folder = BackupFolder.OpenForWriting(path);
        var earlier = await folder.FindManifestAsync(cancellation);
        var (seen, stoodStill) = (earlier, false);
        for (var look = 1; look <= MostLooks && !stoodStill; look++)
        {
            var now = await LookAsync(folder, seen, look == 1 ? show : Quietly, cancellation);
            stoodStill = now.Digest == seen?.Digest;
            seen = now;
        }
        RefuseLoss(earlier, seen!);
        var (uploads, waiting) = await CountExportsAsync(cancellation);
        var manifest = seen! with { StoodStill = stoodStill, WaitingExports = waiting };
        await folder.FinishAsync(manifest, cancellation);
        LogBackedUp(manifest.Items, folder.Written, stoodStill);
        return new(manifest, folder.Written, uploads);
    }

    private async Task<BackupManifest> LookAsync(
        BackupFolder folder,
        BackupManifest? seen,
        ShowProgress show,
        CancellationToken cancellation
    )
    {
        var (tables, containers) = (new List<BackedUpTable>(), new List<BackedUpContainer>());
        var (copyTables, copyBlobs) = (new CopyTables(store, folder), new CopyBlobs(store, folder));
        foreach (var part in BackupScope.Parts)
        {
            if (part.IsTable)
                tables.Add(await copyTables.CopyAsync(part.Name, cancellation));
            else
                containers.Add(await copyBlobs.CopyAsync(part.Name, seen?.Container(part.Name), show, cancellation));
        }
        return new()
        {
            CreatedAt = time.GetUtcNow(),
            Account = store.Blobs.AccountName,
            StoodStill = false,
            WaitingExports = 0,
            Digest = BackupManifest.DigestOf(tables, containers),
            Tables = tables,
            Containers = containers,
        };
    }

    private static Task Quietly(string what, int total, Func<Action, Task> work) => work(() => { });

    /// <summary>
    /// The journal is only added to: a store that lacks an entry of the last backup is another one, or has lost it. The
    /// backup may be all that is left, so it stays.
    /// </summary>
    private static void RefuseLoss(BackupManifest? earlier, BackupManifest now)
    {
        var present = (now.Container(StoredNames.Journal)?.Blobs ?? []).ToDictionary(
            blob => blob.Name,
            blob => blob.Sha256,
            StringComparer.Ordinal
        );
        var lost = (earlier?.Container(StoredNames.Journal)?.Blobs ?? [])
            .Where(blob => present.GetValueOrDefault(blob.Name) != blob.Sha256)
            .ToList();
        if (lost.Count > 0)
            throw new RecoveryException(
                $"Bản sao lưu cũ có {lost.Count} mục nhật ký mà kho này không có hoặc có nội dung khác, ví dụ journal/{lost[0].Name}. Đây là kho khác, hoặc kho đã mất dữ liệu; bản sao lưu cũ được giữ nguyên. Kiểm tra kho; muốn sao lưu kho này thì chọn thư mục mới."
            );
        var (born, bornBefore) = (BirthIn(now), earlier is null ? null : BirthIn(earlier));
        if (bornBefore is not null && born != bornBefore)
            throw new RecoveryException(
                "Thư mục này chứa bản sao lưu của một kho khác (ngày tạo hoặc mục đích khác); bản sao lưu cũ được giữ nguyên. Chọn thư mục mới."
            );
    }

    private static string? BirthIn(BackupManifest manifest) =>
        manifest.Container(StoredNames.Settings)?.Blobs.FirstOrDefault(blob => blob.Name == StoreBirth.Blob)?.Metadata
            is { } birth
            ? string.Join(' ', birth.OrderBy(each => each.Key, StringComparer.Ordinal))
            : null;

    /// <summary>Opening nothing must not look like a backup of everything.</summary>
    private async Task RefuseNoStoreAsync(CancellationToken cancellation)
    {
        if (!await birth.IsNotedAsync(cancellation))
            throw new RecoveryException("Ở đây chưa có kho dữ liệu nào để sao lưu. Kiểm tra --data hoặc --storage.");
    }

    private async Task<(int All, int Waiting)> CountExportsAsync(CancellationToken cancellation)
    {
        var known = await receipts.SummariesAsync(null, cancellation);
        var all = await exports.ListAsync(null, cancellation);
        var waiting = all.Count(export =>
            known.GetValueOrDefault(Paths.ReceiptOf(export.Name)) is not { IsFinal: true } receipt
            || receipt.ETag != export.ETag
        );
        return (all.Count, waiting);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Backed up {Items} items, {Written} files new; the store stood still: {StoodStill}"
    )]
    private partial void LogBackedUp(int items, int written, bool stoodStill);
}
