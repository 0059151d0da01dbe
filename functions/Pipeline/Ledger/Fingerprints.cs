using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// Which unit first brought a content, and which others brought the same: table Fingerprints. It follows the order of
/// processing and no figure hangs on it (design.md §8).
/// </summary>
public sealed class Fingerprints(Store store, DamageMarks marks, TimeProvider time)
{
    private const string NotedAt = "NotedAt";
    private readonly TableClient table = store.Table(StoredNames.FingerprintsTable);

    /// <summary>Notes that an upload brought a content; one request where nobody had.</summary>
    /// <returns>The other unit that had brought it before; null for none.</returns>
    public async Task<Bringer?> NoteAsync(string sha256, Bringer upload, CancellationToken cancellation)
    {
        var contention = new Contention(StoredRow.PlaceOf(table.Name, Keys.FingerprintPartition(sha256), sha256));
        while (!await TryAddAsync(FirstOf(sha256, upload), cancellation))
        {
            var found = await FindAsync(sha256, cancellation);
            if (found is { First: { } first })
                return await DoubtAsync(sha256, first, upload, cancellation);
            if (found is { IsThere: true })
                return null;
            await contention.PauseAsync(cancellation);
        }
        return null;
    }

    /// <summary>The other unit that had brought a content before this upload; nothing is noted.</summary>
    public async Task<Bringer?> OtherAsync(string sha256, Bringer upload, CancellationToken cancellation) =>
        (await FindAsync(sha256, cancellation)).First is { } first
        && first.Unit != upload.Unit
        && !first.IsSamePathAs(upload)
            ? first
            : null;

    /// <summary>All doubts that stand, by the units they are about.</summary>
    public async Task<IReadOnlyList<Doubt>> ListAsync(CancellationToken cancellation) =>
        await DoubtsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Doubts}"), cancellation);

    /// <summary>
    /// A unit's upload of this content counts no more: its doubt ends, and where it was the first, the next one is first now.
    /// </summary>
    /// <param name="sha256">Of the content.</param>
    /// <param name="withdrawn">The upload that counts no more.</param>
    /// <param name="copy">Another file by which its unit still has the same content; null for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Everybody else who has this content, and who is first before them now; null: nobody.</returns>
    public async Task<IReadOnlyList<(Bringer Later, Bringer? First)>> PassOnAsync(
        string sha256,
        Bringer withdrawn,
        string? copy,
        CancellationToken cancellation
    )
    {
        var before = await LaterAsync(sha256, cancellation);
        if (copy is not null)
            await RenameAsync(sha256, withdrawn, copy, cancellation);
        else
        {
            await DeleteAsync(Keys.Doubts, Keys.DoubtRow(sha256, withdrawn.Unit), cancellation);
            if ((await FindAsync(sha256, cancellation)).First?.Unit == withdrawn.Unit)
                await FollowAsync(sha256, before.Find(later => later.Unit != withdrawn.Unit), cancellation);
        }
        var first = (await FindAsync(sha256, cancellation)).First;
        // Broken off and done again, whoever became first has lost his row already.
        return
        [
            .. (first is null ? before : before.Append(first))
                .Where(other => other.Unit != withdrawn.Unit)
                .DistinctBy(other => other.Unit)
                .Select(other => (other, first is null || first.Unit == other.Unit ? null : first)),
        ];
    }

    /// <summary>The next one becomes first, so that a third who brings the content is still told.</summary>
    private async Task FollowAsync(string sha256, Bringer? next, CancellationToken cancellation)
    {
        if (next is null)
        {
            await DeleteAsync(Keys.FingerprintPartition(sha256), sha256, cancellation);
            return;
        }
        await table.UpsertEntityAsync(FirstOf(sha256, next), TableUpdateMode.Replace, cancellation);
        await DeleteAsync(Keys.Doubts, Keys.DoubtRow(sha256, next.Unit), cancellation);
    }

    private async Task RenameAsync(string sha256, Bringer withdrawn, string copy, CancellationToken cancellation)
    {
        var present = withdrawn with { File = copy };
        if ((await FindAsync(sha256, cancellation)).First?.Unit == withdrawn.Unit)
            await table.UpsertEntityAsync(FirstOf(sha256, present), TableUpdateMode.Replace, cancellation);
        else if ((await LaterAsync(sha256, cancellation)).Exists(later => later.Unit == withdrawn.Unit))
            await table.UpsertEntityAsync(LaterOf(sha256, present), TableUpdateMode.Replace, cancellation);
    }

    private async Task<Bringer?> DoubtAsync(
        string sha256,
        Bringer first,
        Bringer upload,
        CancellationToken cancellation
    )
    {
        if (first.Unit == upload.Unit)
            return null;
        if (first.IsSamePathAs(upload))
        {
            await table.UpsertEntityAsync(FirstOf(sha256, upload), TableUpdateMode.Replace, cancellation);
            return null;
        }
        // The first of its unit's uploads stays: a repetition is no new doubt.
        await TryAddAsync(LaterOf(sha256, upload), cancellation);
        return first;
    }

    /// <summary>Who has a doubt about this content, in the order of processing.</summary>
    private async Task<List<Bringer>> LaterAsync(string sha256, CancellationToken cancellation)
    {
        var (from, to) = Keys.DoubtRowsOf(sha256);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Keys.Doubts} and RowKey ge {from} and RowKey lt {to}"
        );
        var rows = await marks.ReadAllAsync(table, filter, ReadLater, cancellation);
        return [.. rows.Rows.OrderBy(row => row.NotedAt).Select(row => row.Later)];
    }

    private async Task<IReadOnlyList<Doubt>> DoubtsAsync(string filter, CancellationToken cancellation)
    {
        var doubts = new List<Doubt>();
        foreach (var row in (await marks.ReadAllAsync(table, filter, ReadLater, cancellation)).Rows)
        {
            var first = (await FindAsync(row.Sha256, cancellation)).First;
            if (first is not null && first.Unit != row.Later.Unit)
                doubts.Add(new(row.Sha256, first, row.Later));
        }
        return
        [
            .. doubts
                .OrderBy(doubt => doubt.Later.Unit, StringComparer.Ordinal)
                .ThenBy(doubt => doubt.Later.File, StringComparer.Ordinal)
                .ThenBy(doubt => doubt.Sha256, StringComparer.Ordinal),
        ];
    }

    /// <summary>One that can't be read is there, says nothing, and health names it.</summary>
    private async Task<(bool IsThere, Bringer? First)> FindAsync(string sha256, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Keys.FingerprintPartition(sha256),
            sha256,
            cancellationToken: cancellation
        );
        if (!found.HasValue)
            return (false, null);
        try
        {
            return (true, Bringer.Read(new StoredRow(table.Name, found.Value!)));
        }
        catch (UnreadableException unreadable)
        {
            await marks.SetAsync(unreadable.Damage, cancellation);
            return (true, null);
        }
    }

    private static (string Sha256, Bringer Later, DateTimeOffset NotedAt) ReadLater(StoredRow row) =>
        (Keys.ContentOfDoubt(row.Key), Bringer.Read(row), row.Some<DateTimeOffset>(NotedAt));

    private TableEntity FirstOf(string sha256, Bringer upload) =>
        Entity(Keys.FingerprintPartition(sha256), Keys.Checked(sha256), upload);

    private TableEntity LaterOf(string sha256, Bringer upload) =>
        Entity(Keys.Doubts, Keys.DoubtRow(sha256, upload.Unit), upload);

    private TableEntity Entity(string partition, string key, Bringer upload) =>
        new TableEntity(partition, key)
        {
            ["Unit"] = upload.Unit,
            ["Code"] = upload.Code,
            ["File"] = upload.File,
            [NotedAt] = time.GetUtcNow(),
        }.Marked();

    private async Task<bool> TryAddAsync(TableEntity entity, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(entity, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            return false;
        }
    }

    /// <summary>What is gone already is gone.</summary>
    private async Task DeleteAsync(string partition, string key, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(partition, key, ETag.All, cancellation);
}
