using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Recovery.Poison;

/// <summary>What staff decided not to try any more.</summary>
public sealed record Dropped(
    string What,
    DateTimeOffset Since,
    int Times,
    string Why,
    string Reason,
    DateTimeOffset At
);

/// <summary>
/// Takes something given up off the list, and keeps on record why. An upload is withdrawn and a checklist set aside:
/// else the daily sweep would bring it back.
/// </summary>
public sealed class DropGivenUp(
    Store store,
    PoisonMarks marks,
    WithdrawUpload withdraw,
    ChecklistReceipts checklists,
    TimeProvider time
)
{
    public async Task DropAsync(GivenUp item, string reason, CancellationToken cancellation)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var dropped = new Dropped(item.What, item.Since, item.Times, item.Why, reason, now);
        await store
            .Container(StoredNames.Settings)
            .GetBlobClient(Paths.Dropped(item.Since, item.Id))
            .UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(dropped, DroppedJson.Readable.Dropped)),
                overwrite: true,
                cancellation
            );
        if (FailedUploads.OfMark(item.Mark) is { } export && Paths.SplitExport(export) is var (code, file))
            await withdraw.WithdrawAsync(code, file, reason, cancellation);
        else if (MarkPoisonedChecklist.OfMark(item.Mark) is { } checklist)
            await SetAsideAsync(checklist, reason, cancellation);
        await marks.ClearAsync(item.Mark, cancellation);
    }

    /// <summary>What was dropped, the latest last.</summary>
    public async Task<IReadOnlyList<Dropped>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<Dropped>();
        var settings = store.Container(StoredNames.Settings);
        await foreach (var blob in settings.GetBlobsAsync(new() { Prefix = Paths.AllDropped }, cancellation))
        {
            try
            {
                var record = await settings.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                if (JsonSerializer.Deserialize(record.Value.Content, DroppedJson.Readable.Dropped) is { } dropped)
                    all.Add(dropped);
            }
            catch (Exception unreadable) when (unreadable is JsonException or RequestFailedException { Status: 404 })
            {
                // A record that is damaged or gone tells nothing; nothing depends on it.
            }
        }
        return all;
    }

    private async Task SetAsideAsync(string file, string reason, CancellationToken cancellation)
    {
        if (await checklists.FindAsync(file, cancellation) is { IsFinal: false } failed)
            await checklists.WriteAsync(
                failed with
                {
                    Outcome = Outcome.Withdrawn,
                    Faults = [],
                    TakenInAt = time.GetUtcNow(),
                    Message = $"Phiếu không được xử lý nữa: {reason}",
                },
                cancellation
            );
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dropped))]
internal sealed partial class DroppedJson : JsonSerializerContext
{
    public static DroppedJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
