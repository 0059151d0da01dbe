using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>What becomes of a document.</summary>
public enum Harm
{
    CutInHalf,
    Emptied,
    OneByteFlipped,

    /// <summary>Put over by a tool that keeps no metadata.</summary>
    PutOver,

    /// <summary>What storage tells of its content is as it was.</summary>
    Rotten,
    Deleted,
}

/// <summary>A reviewed quarter with all its documents, of which one unit's letter is issued.</summary>
public sealed class Papers : IAsyncLifetime
{
    public const string Quarter = "2022-Q1";
    public const string Issued = "29956";
    public const string Draft = "29962";

    /// <summary>Container and name of every kind of document.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        $"notices/{Quarter}/{Draft}.docx",
        $"notices/{Quarter}/{Draft}.html",
        $"notices/{Quarter}/issued/{Issued}.docx",
        $"notices/{Quarter}/issued/{Issued}.html",
        .. Paths.AllReports(Quarter).Select(report => $"reports/{report}"),
    ];

    public RowShop Shop { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Shop.InitializeAsync();
        foreach (var unit in (string[])[Issued, Draft])
            await Quarters.SendAsync(Shop.Workshop, unit, Quarter, online: 3);
        await Shop.ReviewAsync(Quarter);
        foreach (var message in await Shop.AskedAsync())
            await Shop.Get<WriteDocuments>().WriteAsync(message, default);
        await IssueAsync("389", new(2022, 3, 25));
    }

    public Task<IssuedNotice> IssueAsync(string number, DateOnly day) =>
        Shop.Get<IssueNotice>().IssueAsync(Quarters.Quarter(Quarter), Unit, number, day, default);

    public static Unit Unit { get; } = UnitCsv.Parse(Shipped.Units).Single(unit => unit.Id == Issued);

    public async Task<byte[]> BytesAsync(string paper) =>
        (await Blob(paper).DownloadContentAsync()).Value.Content.ToArray();

    public async Task HarmAsync(string paper, Harm harm)
    {
        var blob = Blob(paper);
        var sound = (await blob.DownloadContentAsync()).Value;
        var bytes = sound.Content.ToArray();
        var half = bytes[..(bytes.Length / 2)];
        bytes[bytes.Length / 3] ^= 1;
        if (harm is Harm.Deleted)
            await blob.DeleteAsync();
        else
            await blob.UploadAsync(
                BinaryData.FromBytes(
                    harm switch
                    {
                        Harm.CutInHalf => half,
                        Harm.Emptied => [],
                        _ => bytes,
                    }
                ),
                new BlobUploadOptions { Metadata = harm is Harm.PutOver ? null : sound.Details.Metadata }
            );
        if (harm is Harm.Rotten)
            await blob.SetHttpHeadersAsync(new BlobHttpHeaders { ContentHash = sound.Details.ContentHash });
    }

    public BlobClient Blob(string paper) =>
        Shop.Get<Store>().Container(paper.Split('/')[0]).GetBlobClient(paper[(paper.IndexOf('/') + 1)..]);

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
