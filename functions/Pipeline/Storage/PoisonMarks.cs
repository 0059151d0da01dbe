using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>What was given up, as its mark tells.</summary>
/// <param name="What">E.g. "exports/29956/a.csv" or "notices/2022-Q1/29956".</param>
/// <param name="Since">When it was given up first.</param>
/// <param name="Times">How often it was given up.</param>
public sealed record PoisonMark(string What, DateTimeOffset Since, int Times);

/// <summary>Marks of what could not be done after five tries: while one stands, health is red.</summary>
public sealed class PoisonMarks(Store store, TimeProvider time)
{
    private const string Prefix = "poison/";
    private const string SinceMetadata = "since";
    private const string TimesMetadata = "times";

    /// <summary>Sets a mark; one that stands keeps its time and counts on.</summary>
    /// <param name="what">E.g. "exports/29956/a.csv" or "notices/2022-Q1/29956".</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task SetAsync(string what, CancellationToken cancellation)
    {
        var blob = Blob(what);
        var now = time.GetUtcNow();
        var (_, since, times) = await FindAsync(blob, what, cancellation) ?? new(what, now, 0);
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [SinceMetadata] = since.UtcTicks.ToString(CultureInfo.InvariantCulture),
                [TimesMetadata] = (times + 1).ToString(CultureInfo.InvariantCulture),
            },
        };
        await blob.UploadAsync(BinaryData.FromString(""), options, cancellation);
    }

    public Task ClearAsync(string what, CancellationToken cancellation) =>
        Blob(what).DeleteIfExistsAsync(cancellationToken: cancellation);

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation) =>
        [.. (await ListMarksAsync(cancellation)).Select(mark => mark.What)];

    public async Task<IReadOnlyList<PoisonMark>> ListMarksAsync(CancellationToken cancellation)
    {
        var marks = new List<PoisonMark>();
        var options = new GetBlobsOptions { Prefix = Prefix, Traits = BlobTraits.Metadata };
        await foreach (var blob in store.Container(StoredNames.Settings).GetBlobsAsync(options, cancellation))
            marks.Add(Read(blob.Name[Prefix.Length..], blob.Metadata, blob.Properties.LastModified));
        return marks;
    }

    private BlobClient Blob(string what) => store.Container(StoredNames.Settings).GetBlobClient(Prefix + what);

    private static async Task<PoisonMark?> FindAsync(BlobClient blob, string what, CancellationToken cancellation)
    {
        try
        {
            BlobProperties found = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return Read(what, found.Metadata, found.LastModified);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    /// <summary>Marks of earlier versions tell nothing: they were set when they were last written.</summary>
    private static PoisonMark Read(string what, IDictionary<string, string> metadata, DateTimeOffset? written) =>
        new(
            what,
            metadata.TryGetValue(SinceMetadata, out var since)
            && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
                ? new(ticks, TimeSpan.Zero)
                : written ?? default,
            metadata.TryGetValue(TimesMetadata, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
                ? times
                : 1
        );
}
