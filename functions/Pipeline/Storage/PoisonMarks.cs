using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>Marks of what could not be done after five tries: while one stands, health is red.</summary>
public sealed class PoisonMarks(Store store)
{
    private const string Prefix = "poison/";

    /// <summary>Sets a mark.</summary>
    /// <param name="what">E.g. "exports/29956/a.csv" or "notices/2022-Q1/29956".</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task SetAsync(string what, CancellationToken cancellation) =>
        store
            .Container(StoredNames.Settings)
            .GetBlobClient(Prefix + what)
            .UploadAsync(BinaryData.FromString(""), overwrite: true, cancellation);

    public Task ClearAsync(string what, CancellationToken cancellation) =>
        store.Container(StoredNames.Settings).DeleteBlobIfExistsAsync(Prefix + what, cancellationToken: cancellation);

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var marks = new List<string>();
        var options = new GetBlobsOptions { Prefix = Prefix };
        await foreach (var blob in store.Container(StoredNames.Settings).GetBlobsAsync(options, cancellation))
            marks.Add(blob.Name[Prefix.Length..]);
        return marks;
    }
}
