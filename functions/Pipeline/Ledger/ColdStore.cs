using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A stored segment as a listing showed it.</summary>
/// <param name="Name">Of its blob.</param>
/// <param name="ETag">It is only removed while it has this one.</param>
/// <param name="Age">By the storage's clock.</param>
public sealed record ListedSegment(string Name, ETag ETag, TimeSpan Age);

/// <summary>
/// Cold segments: blobs that never change, named by their content. They are written before the hot ledger that names
/// them is saved, and removed after one was saved that doesn't (design.md §4, law 2a; docs/adr/0004).
/// </summary>
public sealed class ColdStore(Store store)
{
    /// <summary>A segment that nobody names may be about to be named by a pass; no pass takes so long.</summary>
    public static readonly TimeSpan LongestPass = TimeSpan.FromHours(1);

    private readonly BlobContainerClient container = store.Container(StoredNames.Ledger);

    /// <summary>All that a named segment holds.</summary>
    /// <exception cref="DamagedLedgerException">It is missing, or its bytes aren't those it is named by.</exception>
    public async Task<IReadOnlyList<Dossier>> ReadAsync(
        UnitLedger ledger,
        string segment,
        CancellationToken cancellation
    )
    {
        if (!ledger.Cold.TryGetValue(segment, out var named))
            return [];
        var name = Paths.ColdLedger(ledger.Unit, segment, named.Sha16);
        try
        {
            var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
            var bytes = blob.Value.Content.ToMemory();
            return LedgerCodec.ColdHash(bytes.Span) == named.Sha16
                ? [.. LedgerCodec.ReadCold(bytes, ledger.Names)]
                : throw Damaged(name, "phần lưu trữ của sổ cái không còn đúng như khi ghi");
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            throw Damaged(name, "thiếu phần lưu trữ của sổ cái");
        }
    }

    /// <summary>Joins dossiers into a new segment beside the named one, which stays as it is; returns its hash and all it holds.</summary>
    public async Task<(string Sha16, IReadOnlyCollection<Dossier> Resting)> AddAsync(
        UnitLedger ledger,
        string segment,
        IReadOnlyList<Dossier> leaving,
        CancellationToken cancellation
    )
    {
        var all = Joined(await ReadAsync(ledger, segment, cancellation), leaving);
        var bytes = LedgerCodec.WriteCold(all);
        var sha16 = LedgerCodec.ColdHash(bytes);
        // Written over an equal one, too: its new ETag and age keep it from whoever is about to remove that one.
        await container
            .GetBlobClient(Paths.ColdLedger(ledger.Unit, segment, sha16))
            .UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellation);
        return (sha16, all);
    }

    /// <summary>What a segment holds after dossiers joined it. A woken dossier finds its old copy there.</summary>
    public static IReadOnlyCollection<Dossier> Joined(IReadOnlyList<Dossier> resting, IEnumerable<Dossier> leaving)
    {
        var all = resting.ToDictionary(dossier => dossier.Code, StringComparer.Ordinal);
        foreach (var dossier in leaving)
        {
            if (all.TryGetValue(dossier.Code, out var copy))
                copy.Join(dossier);
            else
                all.Add(dossier.Code, dossier);
        }
        return all.Values;
    }

    /// <summary>Units that the container has blobs of, and names of blobs that lie in no unit's folder.</summary>
    public async Task<(IReadOnlyList<string> Units, IReadOnlyList<string> Loose)> UnitsAsync(
        CancellationToken cancellation
    )
    {
        var (units, loose) = (new List<string>(), new List<string>());
        var options = new GetBlobsByHierarchyOptions { Delimiter = "/" };
        await foreach (var item in container.GetBlobsByHierarchyAsync(options, cancellation))
        {
            if (item.IsPrefix)
                units.Add(item.Prefix.TrimEnd('/'));
            else
                loose.Add(item.Blob.Name);
        }
        return (units, loose);
    }

    /// <summary>Everything that is stored of a unit beside its hot ledger.</summary>
    public async Task<IReadOnlyList<ListedSegment>> ListAsync(string unit, CancellationToken cancellation) =>
        [.. (await ListAllAsync(Paths.LedgerOf(unit), cancellation)).Where(blob => blob.Name != Paths.HotLedger(unit))];

    /// <summary>All blobs whose names begin so.</summary>
    public async Task<IReadOnlyList<ListedSegment>> ListAllAsync(string prefix, CancellationToken cancellation)
    {
        var listed = new List<ListedSegment>();
        var options = new GetBlobsOptions { Prefix = prefix };
        await foreach (var page in container.GetBlobsAsync(options, cancellation).AsPages())
        {
            var now = page.GetRawResponse().Headers.Date ?? DateTimeOffset.MinValue;
            listed.AddRange(
                page.Values.Select(blob => new ListedSegment(
                    blob.Name,
                    blob.Properties.ETag!.Value,
                    now - blob.Properties.LastModified!.Value
                ))
            );
        }
        return listed;
    }

    /// <summary>
    /// Removes segments that the saved ledger doesn't name: those that the ledger it followed named, and those left by
    /// passes that died.
    /// </summary>
    /// <param name="listed">Before the saving, so that what another pass wrote since has another ETag.</param>
    /// <param name="followed">The ledger that was replaced.</param>
    /// <param name="saved">The one that stands.</param>
    /// <param name="cancellation">Stops; what is left goes another time.</param>
    /// <exception cref="PartlyDoneException">Some could not be; all others were.</exception>
    public Task RemoveAsync(
        IReadOnlyList<ListedSegment> listed,
        IReadOnlySet<string> followed,
        UnitLedger saved,
        CancellationToken cancellation
    )
    {
        var named = NamesOf(saved);
        return InTurn.ForEachAsync(
            listed.Where(segment =>
                !named.Contains(segment.Name) && (followed.Contains(segment.Name) || segment.Age >= LongestPass)
            ),
            segment => RemoveAsync(segment, cancellation)
        );
    }

    /// <summary>Removes a blob as it was listed; one that was written since stays.</summary>
    public async Task RemoveAsync(ListedSegment listed, CancellationToken cancellation)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = listed.ETag };
            await container
                .GetBlobClient(listed.Name)
                .DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellation);
        }
        catch (RequestFailedException rewritten) when (rewritten.IsMoved())
        {
            // Another pass is about to name it.
        }
    }

    /// <summary>What no ledger names, and is too old for a pass to be about to name it.</summary>
    public static IEnumerable<ListedSegment> Abandoned(IReadOnlyList<ListedSegment> listed, UnitLedger ledger)
    {
        var named = NamesOf(ledger);
        return listed.Where(segment => !named.Contains(segment.Name) && segment.Age >= LongestPass);
    }

    /// <summary>Blob names of the segments that a ledger names.</summary>
    public static IReadOnlySet<string> NamesOf(UnitLedger ledger) =>
        ledger
            .Cold.Select(segment => Paths.ColdLedger(ledger.Unit, segment.Key, segment.Value.Sha16))
            .ToHashSet(StringComparer.Ordinal);

    private static DamagedLedgerException Damaged(string name, string words) =>
        new(
            new Damage(
                $"{StoredNames.Ledger}/{name}",
                $"{words}; số liệu vẫn đúng, được tính từ nhật ký khi cần. Lần quét đêm nay lập lại; muốn có ngay thì chạy cchc sweep"
            )
        );
}
