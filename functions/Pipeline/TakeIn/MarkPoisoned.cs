using System.Text.Json;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Gives an export or a checklist whose take-in failed five times the receipt "failed"; the sweep tries it again daily.</summary>
public sealed partial class MarkPoisoned(
    ExportStore exports,
    FailedUploads failed,
    MarkPoisonedChecklist checklists,
    ILogger<MarkPoisoned> log
)
{
    /// <summary>Writes the receipt for the blob that a poison message names.</summary>
    /// <param name="message">As the Functions host writes it: JSON with ContainerName, BlobName, ETag.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task MarkAsync(string message, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(message);
        var container = json.RootElement.GetProperty("ContainerName").GetString();
        var name = json.RootElement.GetProperty("BlobName").GetString()!;
        var code = Paths.SplitExport(name)?.Code ?? Keys.NoUnit;
        if (container == StoredNames.Checklists)
        {
            LogPoisoned(container, StoredNames.Checklists);
            await checklists.MarkAsync(name, cancellation);
            return;
        }
        LogPoisoned(container!, code);
        if (container != StoredNames.Exports)
            return;
        if ((await exports.FindListedAsync(name, cancellation)) is { } export)
            await failed.TellAsync(name, export.ETag, export.LastModified, cancellation);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Blob message poisoned in {Container} for {Code}: see its receipt and docs/operations.md"
    )]
    private partial void LogPoisoned(string container, string code);
}
