using Azure;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// That the store was given the lists the program ships with. It is given them once in its life: afterwards a list that
/// is gone is lost, which is a red light and not a new store.
/// </summary>
public sealed class StaffLists(Store store, StoreBirth birth, UsedStore used)
{
    internal const string Blob = "lists-given";

    /// <summary>Whether the store still has to be given its lists: it is new, or a process died while it gave them.</summary>
    public async Task<bool> AreOwedAsync(CancellationToken cancellation)
    {
        if (await Given.ExistsAsync(cancellation) || await used.IsUsedAsync(cancellation))
            return false;
        // A store of an earlier program has no note: whatever it holds is staff's, and what it lacks was lost.
        return await birth.NotesListsAsync(cancellation) || !await HasAnyAsync(cancellation);
    }

    public async Task NoteGivenAsync(CancellationToken cancellation)
    {
        try
        {
            var once = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await Given.UploadAsync(BinaryData.FromString(""), once, cancellation);
        }
        catch (RequestFailedException given) when (given.IsMoved())
        {
            // Another process gave the same lists.
        }
    }

    private async Task<bool> HasAnyAsync(CancellationToken cancellation)
    {
        if (await store.Container(StoredNames.Settings).GetBlobClient(RegisterStore.DaysOff).ExistsAsync(cancellation))
            return true;
        foreach (var table in (string[])[StoredNames.UnitsTable, StoredNames.TargetsTable])
        {
            await foreach (
                var _ in store
                    .Table(table)
                    .QueryAsync<Azure.Data.Tables.TableEntity>(maxPerPage: 1, cancellationToken: cancellation)
            )
                return true;
        }
        return false;
    }

    private Azure.Storage.Blobs.BlobClient Given => store.Container(StoredNames.Settings).GetBlobClient(Blob);
}
