using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>The journal in blob storage: entries are added once and never changed.</summary>
public sealed class JournalStore(Store store)
{
    private const string WithdrawnMarker = ".withdrawn";
    private readonly BlobContainerClient container = store.Container(StoredNames.Journal);

    /// <summary>Adds an entry; one that is already there is the same upload and stays as it is.</summary>
    public async Task AddAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await container
                .GetBlobClient(entry.Path)
                .UploadAsync(BinaryData.FromBytes(JournalCodec.Write(entry)), options, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // The same upload delivered again, or our own request repeated after a lost answer.
        }
    }

    /// <summary>Units that have entries.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancellation)
    {
        var units = new List<string>();
        var options = new GetBlobsByHierarchyOptions { Delimiter = "/" };
        await foreach (var item in container.GetBlobsByHierarchyAsync(options, cancellation))
        {
            if (item.IsPrefix)
                units.Add(item.Prefix.TrimEnd('/'));
        }
        return units;
    }

    /// <summary>Paths of the entries that count: per upload the greatest reading, withdrawn uploads left out.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(string unit, CancellationToken cancellation)
    {
        var byUpload = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = Paths.JournalOf(unit) }, cancellation)
        )
        {
            var dot = blob.Name.LastIndexOf('.');
            var (upload, suffix) = (blob.Name[..dot], blob.Name[dot..]);
            if (suffix == WithdrawnMarker)
                withdrawn.Add(upload);
            else if (int.TryParse(suffix.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var reading))
                byUpload[upload] = Math.Max(reading, byUpload.GetValueOrDefault(upload));
        }
        return
        [
            .. byUpload
                .Where(entry => !withdrawn.Contains(entry.Key))
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}.{entry.Value}")),
        ];
    }

    public async Task<JournalEntry> ReadAsync(string path, CancellationToken cancellation)
    {
        var blob = await container.GetBlobClient(path).DownloadContentAsync(cancellation);
        var reading = int.Parse(path.AsSpan(path.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
        return JournalCodec.Read(blob.Value.Content.ToStream(), reading);
    }

    /// <summary>All entries of a unit that count, a few requests at a time.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(string unit, CancellationToken cancellation)
    {
        var paths = await PathsAsync(unit, cancellation);
        var entries = new JournalEntry[paths.Count];
        await Parallel.ForEachAsync(
            paths.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
            async (at, token) => entries[at.Index] = await ReadAsync(at.Item, token)
        );
        return entries;
    }
}
