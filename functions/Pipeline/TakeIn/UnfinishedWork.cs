using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>One piece of work that was begun.</summary>
/// <param name="Name">What is done, and to what.</param>
/// <param name="BegunAt">By the storage's own clock.</param>
/// <param name="Tag">Which beginning of it this is.</param>
public sealed record UnfinishedMark(string Name, DateTimeOffset BegunAt, ETag Tag);

/// <summary>
/// Marks of work that changes the journal other than by adding uploads. One that still stands after an hour was
/// broken off: until somebody does it again, ledger and receipts may lag behind the journal.
/// </summary>
public sealed class UnfinishedWork(Store store, DamageMarks damages)
{
    private const string Prefix = "unfinished/";
    private readonly BlobContainerClient container = store.Container(StoredNames.Settings);

    public async Task<UnfinishedMark> BeginAsync(string name, string note, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(Prefix + name);
        var answer = await blob.UploadAsync(BinaryData.FromString(note), overwrite: true, cancellation);
        return new(name, answer.Value.LastModified, answer.Value.ETag);
    }

    /// <summary>What was noted when it began; null when it is done.</summary>
    public Task<string?> NoteAsync(UnfinishedMark mark, CancellationToken cancellation) =>
        NoteAsync(mark.Name, cancellation);

    private async Task<string?> NoteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(Prefix + name).DownloadContentAsync(cancellation);
            return blob.Value.Content.ToString();
        }
        catch (RequestFailedException done) when (done.IsMissing())
        {
            return null;
        }
    }

    /// <summary>It is done; the same work begun again meanwhile keeps its mark.</summary>
    public async Task DoneAsync(UnfinishedMark mark, CancellationToken cancellation)
    {
        try
        {
            var asBegun = new BlobRequestConditions { IfMatch = mark.Tag };
            await container.DeleteBlobIfExistsAsync(
                Prefix + mark.Name,
                conditions: asBegun,
                cancellationToken: cancellation
            );
            await damages.ClearAsync(PlaceOf(mark), cancellation);
        }
        catch (RequestFailedException again) when (again.IsMoved())
        {
            // Begun again.
        }
    }

    /// <summary>Health names it until it is done.</summary>
    public Task NoteFailureAsync(UnfinishedMark mark, Exception why, CancellationToken cancellation) =>
        damages.SetAsync(
            new(
                PlaceOf(mark),
                $"việc rút tệp hoặc đọc lại tệp bị ngắt giữa chừng và chưa làm xong được: {why.Message.Split('\n')[0].Trim()}"
            ),
            cancellation
        );

    /// <summary>Whether a failure that was noted is past: somebody else did the work while it was. Null: it is of another kind.</summary>
    internal async Task<bool?> IsPastAsync(Damage damage, CancellationToken cancellation) =>
        damage.Place.StartsWith(PlacePrefix, StringComparison.Ordinal)
            ? await NoteAsync(damage.Place[PlacePrefix.Length..], cancellation) is null
            : null;

    private const string PlacePrefix = StoredNames.Settings + "/" + Prefix;

    private static string PlaceOf(UnfinishedMark mark) => PlacePrefix + mark.Name;

    public async Task<IReadOnlyList<UnfinishedMark>> ListAsync(CancellationToken cancellation)
    {
        var marks = new List<UnfinishedMark>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = Prefix }, cancellation))
        {
            var properties = blob.Properties;
            marks.Add(new(blob.Name[Prefix.Length..], properties.LastModified ?? default, properties.ETag ?? default));
        }
        return marks;
    }
}
