using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>
/// A unit's figures by field as they were when it was reviewed: a blob named by its content's hash, which the review's
/// row holds (docs/adr/0013). One that is lost or damaged is derived again from the journal entries that the review rests
/// on; what doesn't come out as it was frozen is named.
/// </summary>
public sealed class FrozenFields(Store store, RestingLedger resting, DamageMarks marks)
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
    /// <exception cref="UnreadableException">The blob is not what the review froze, and can't be derived.</exception>
    public async Task<IReadOnlyList<FieldFigures>> ReadAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        if (reviewed.FieldsSha256.Length == 0)
            return [];
        if (await StoredAsync(reviewed, cancellation) is { } stored)
            return stored;
        var place = $"{StoredNames.Reports}/{PathOf(reviewed)}";
        if (await DerivedAsync(reviewed, cancellation) is not var (fields, json))
        {
            var damage = new Damage(place, Lost);
            await marks.SetAsync(damage, cancellation);
            throw new UnreadableException(damage);
        }
        await WriteAsync(reviewed, json, cancellation);
        await marks.ClearAsync(place, cancellation);
        return fields;
    }

    private const string Lost =
        "số liệu theo lĩnh vực đã chốt khi đánh giá bị mất hoặc hỏng, và không tính lại được từ nhật ký; phục hồi tệp này từ bản sao lưu";

    /// <summary>Null where nothing lies there, or something that the review did not freeze.</summary>
    private async Task<IReadOnlyList<FieldFigures>?> StoredAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        try
        {
            var blob = store.Container(StoredNames.Reports).GetBlobClient(PathOf(reviewed));
            var json = (await blob.DownloadContentAsync(cancellation)).Value.Content.ToMemory();
            if (HashOf(json.Span) != reviewed.FieldsSha256)
                return null;
            var fields = FieldFiguresJson.Read(json);
            return AddUp(reviewed.Figures, fields) ? fields : null;
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Null where what it rests on is gone as well, or says something else by now.</summary>
    private async Task<(IReadOnlyList<FieldFigures> Fields, byte[] Json)?> DerivedAsync(
        ReviewedUnit reviewed,
        CancellationToken cancellation
    )
    {
        try
        {
            var ledger = (await resting.OfAsync(reviewed, cancellation)).Ledger;
            var fields = FieldFigures.Of(ledger, PeriodFigures.RowsOf(ledger, reviewed.Period));
            var json = FieldFiguresJson.Write(fields);
            return HashOf(json) == reviewed.FieldsSha256 ? (fields, json) : null;
        }
        catch (DamagedException)
        {
            return null;
        }
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
