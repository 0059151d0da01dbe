using System.Text.Json;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Gives an export or a checklist whose take-in failed five times the receipt "failed"; the sweep tries it again daily.</summary>
public sealed partial class MarkPoisoned(
    ExportStore exports,
    ReceiptStore receipts,
    MarkPoisonedChecklist checklists,
    PoisonMarks marks,
    Instruments instruments,
    TimeProvider time,
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
        if (container != StoredNames.Exports || Paths.SplitExport(name)?.File is not { } file)
            return;
        var export = (await exports.ListAsync(name, cancellation)).FirstOrDefault(listed => listed.Name == name);
        if (export is null)
            return;
        await marks.SetAsync($"{StoredNames.Exports}/{name}", cancellation);
        var sentence = ReceiptWords.Failed(file);
        var receipt = new Receipt
        {
            Unit = code,
            File = file,
            ETag = export.ETag,
            UploadedAt = export.LastModified,
            Sha256 = "",
            Outcome = Outcome.Failed,
            Faults = [new RowFault(0, "", FaultCodes.ProcessingFailed, sentence)],
            TakenInAt = time.GetUtcNow(),
            Message = sentence,
        };
        if (ReferenceEquals(await receipts.WriteAsync(receipt, ReceiptPaths.Of(code, file), cancellation), receipt))
            instruments.CountReceipt(receipt);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Blob message poisoned in {Container} for {Code}: see its receipt and docs/operations.md"
    )]
    private partial void LogPoisoned(string container, string code);
}
