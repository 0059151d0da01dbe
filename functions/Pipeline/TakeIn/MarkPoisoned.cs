using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Gives an export or a checklist whose take-in failed five times the receipt "failed"; the sweep tries it again daily.</summary>
public sealed partial class MarkPoisoned(
    ExportStore exports,
    FailedUploads failed,
    MarkPoisonedChecklist checklists,
    PoisonMarks marks,
    ILogger<MarkPoisoned> log
)
{
    /// <summary>The mark that a message leads to, as long as its blob is there.</summary>
    public static string MarkOf(string message) =>
        Read(message) is var (container, name)
            ? $"{container}/{name}"
            : UnreadableMessages.MarkOf(StoredNames.BlobPoisonQueue, message);

    /// <summary>Writes the receipt for the blob that a poison message names; a message that names none is marked itself.</summary>
    /// <param name="message">As the Functions host writes it: JSON with ContainerName, BlobName, ETag.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task MarkAsync(string message, CancellationToken cancellation)
    {
        if (Read(message) is not var (container, name))
        {
            LogUnreadable(message.Length);
            await marks.SetAsync(MarkOf(message), cancellation);
        }
        else if (container == StoredNames.Checklists)
        {
            LogPoisoned(container, StoredNames.Checklists);
            await checklists.MarkAsync(name, cancellation);
        }
        else
        {
            LogPoisoned(container, Paths.SplitExport(name)?.Code ?? Keys.NoUnit);
            if ((await exports.FindListedAsync(name, cancellation)) is { } export)
                await failed.TellAsync(name, export.ETag, export.LastModified, why: null, cancellation);
        }
    }

    private static (string Container, string Name)? Read(string message)
    {
        try
        {
            return
                JsonSerializer.Deserialize(message, PoisonedBlobJson.Default.PoisonedBlob)
                    is {
                        ContainerName: { } container and (StoredNames.Exports or StoredNames.Checklists),
                        BlobName: { Length: > 0 and <= BlobNames.Longest } name
                    }
                ? (container, name)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Blob message poisoned in {Container} for {Code}: see its receipt and docs/operations.md"
    )]
    private partial void LogPoisoned(string container, string code);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A blob message of {Characters} characters was poisoned and names no upload: see cchc poison list"
    )]
    private partial void LogUnreadable(int characters);
}

/// <summary>What counts of a message about a blob.</summary>
internal sealed record PoisonedBlob(string? ContainerName, string? BlobName);

[JsonSerializable(typeof(PoisonedBlob))]
internal sealed partial class PoisonedBlobJson : JsonSerializerContext;
