using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>
/// A unit's figures by field as they were when it was reviewed: a blob named by its content's hash, which the review's
/// row holds (docs/adr/0013).
/// </summary>
public sealed class FrozenFields(Store store)
{
    /// <summary>The bytes to freeze and their SHA-256.</summary>
    /// <exception cref="InvalidOperationException">The fields don't add up to the unit's figures: a bug, not data.</exception>
    public static (byte[] Json, string Sha256) Of(Tally figures, IReadOnlyList<FieldFigures> fields)
    {
        if (!AddUp(figures, fields))
            throw new InvalidOperationException("A unit's figures by field don't add up to its own.");
        var json = FieldFiguresJson.Write(fields);
        return (json, HashOf(json));
    }

    /// <summary>The fields with any count in the period, by field id, ordinal; none for reviews of old.</summary>
    /// <exception cref="InvalidDataException">The blob is not what the review froze.</exception>
    public async Task<IReadOnlyList<FieldFigures>> ReadAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        if (reviewed.FieldsSha256.Length == 0)
            return [];
        var path = PathOf(reviewed);
        var blob = await store.Container(StoredNames.Reports).GetBlobClient(path).DownloadContentAsync(cancellation);
        var json = blob.Value.Content.ToMemory();
        if (HashOf(json.Span) != reviewed.FieldsSha256)
            throw new InvalidDataException($"reports/{path} is not what the review froze.");
        var fields = FieldFiguresJson.Read(json);
        return AddUp(reviewed.Figures, fields)
            ? fields
            : throw new InvalidDataException($"reports/{path} doesn't add up to the reviewed figures.");
    }

    /// <summary>To be called before the row that names it is added.</summary>
    public async Task WriteAsync(ReviewedUnit reviewed, byte[] json, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        };
        await store
            .Container(StoredNames.Reports)
            .GetBlobClient(PathOf(reviewed))
            .UploadAsync(BinaryData.FromBytes(json), options, cancellation);
    }

    private static bool AddUp(Tally figures, IEnumerable<FieldFigures> fields) =>
        Tally.Sum(fields.Select(field => field.Figures)).Equals(figures);

    private static string PathOf(ReviewedUnit reviewed) =>
        Paths.FrozenFields(reviewed.Period.Name, reviewed.Unit.Id, reviewed.FieldsSha256[..16]);

    private static string HashOf(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));
}
