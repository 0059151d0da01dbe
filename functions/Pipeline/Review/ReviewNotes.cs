using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>What the last row of a finished review says.</summary>
public sealed record ReviewEnd(
    string Scheme,
    DateOnly From,
    DateOnly To,
    int Units,
    int Notices,
    DateTimeOffset FinishedAt
);

/// <summary>The same beside the rows, and whose they are.</summary>
/// <param name="Ids">The units that were frozen.</param>
internal sealed record ReviewNote(string? Period, ReviewEnd? End, IReadOnlyList<string>? Ids, string? Mark);

/// <summary>
/// That a review was finished, and of whom, noted before its last row is written: rows that are gone, one or all, are
/// lost, and their quarter is never judged anew (design.md §4, laws 2b and 7).
/// </summary>
/// <remarks>It lies in container notices, which a backup copies before the rows: its copy claims none that has no row.</remarks>
internal sealed class ReviewNotes(Store store)
{
    private readonly Azure.Storage.Blobs.BlobContainerClient container = store.Container(StoredNames.Notices);

    public async Task WriteAsync(string period, ReviewEnd end, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var note = new ReviewNote(period, end, [.. ids.Order(StringComparer.Ordinal)], null);
        var json = MarkedJson.Of(JsonSerializer.SerializeToUtf8Bytes(note, ReviewNoteJson.Default.ReviewNote));
        await Blob(period).UploadAsync(BinaryData.FromBytes(json), overwrite: true, cancellation);
    }

    /// <summary>Null: there is none.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public async Task<ReviewNote?> FindAsync(string period, CancellationToken cancellation)
    {
        try
        {
            var json = (await Blob(period).DownloadContentAsync(cancellation)).Value.Content;
            var note = JsonSerializer.Deserialize(MarkedJson.Checked(json), ReviewNoteJson.Default.ReviewNote);
            return note is { End: not null, Ids: not null, Mark: not null } && note.Period == period
                ? note
                : throw new JsonException("A part is missing, or it is another period's.");
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return null;
        }
        catch (JsonException faulty)
        {
            throw new UnreadableException(
                new(
                    ReviewTable.PlaceOf(period, Keys.ReviewDone),
                    $"dòng này đã mất, và {StoredNames.Notices}/{Paths.ReviewNote(period)} bị sửa ngoài hệ thống hoặc hỏng; phục hồi dòng này từ bản sao lưu"
                ),
                faulty
            );
        }
    }

    public async Task<bool> ExistsAsync(string period, CancellationToken cancellation) =>
        await Blob(period).ExistsAsync(cancellation);

    /// <summary>Periods of which a review was noted, or documents lie there.</summary>
    public async Task<IReadOnlySet<string>> PeriodsAsync(CancellationToken cancellation)
    {
        var periods = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var folder in container.GetBlobsByHierarchyAsync(
                new GetBlobsByHierarchyOptions { Delimiter = "/" },
                cancellation
            )
        )
        {
            if (folder.IsPrefix)
                periods.Add(folder.Prefix[..^1]);
        }
        foreach (var blob in await container.ListAllAsync(Paths.ReviewNotes, cancellation))
            periods.Add(Path.GetFileNameWithoutExtension(blob.Name));
        return periods;
    }

    /// <summary>Units of whose letters a document or a record lies there: no letter is written before its row.</summary>
    public async Task<IReadOnlySet<string>> UnitsWithLettersAsync(string period, CancellationToken cancellation)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        foreach (var blob in await container.ListAllAsync(Paths.NoticesOf(period), cancellation))
        {
            if (Paths.DocumentOf(container.Name, blob.Name) is (not DocumentPlace.Report, _, var unit))
                units.Add(unit);
            else if (Paths.SplitIssued(blob.Name) is (_, var issued, _))
                units.Add(issued);
        }
        return units;
    }

    private Azure.Storage.Blobs.BlobClient Blob(string period) => container.GetBlobClient(Paths.ReviewNote(period));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ReviewNote))]
internal sealed partial class ReviewNoteJson : JsonSerializerContext;
