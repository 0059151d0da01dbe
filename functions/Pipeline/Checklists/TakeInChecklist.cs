using CCHC.Pipeline.Checklists.Reading;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Checklists;

/// <summary>
/// Takes in a checklist: reads it, stores what is kept, and writes its receipt last. It may come twice, late or beside
/// others.
/// </summary>
public sealed partial class TakeInChecklist(
    ChecklistFiles files,
    Registers registers,
    StaffSetting<CriterionList> criteria,
    PeriodScheme scheme,
    ChecklistTable table,
    ChecklistReceipts receipts,
    TimeProvider time,
    ILogger<TakeInChecklist> log
)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Takes in one checklist by its blob name; null when it is gone.</summary>
    public async Task<ChecklistReceipt?> TakeInAsync(string file, CancellationToken cancellation)
    {
        if (!Paths.IsChecklist(file))
            return await RefuseNameAsync(file, cancellation);
        if (await files.FetchAsync(file, cancellation) is not { } checklist)
            return null;
        var told = await receipts.FindAsync(file, cancellation);
        if (told is { IsFinal: true } && told.ETag == checklist.ETag)
            return told;
        var reading = await ReadAsync(checklist, cancellation);
        var isDuplicate = reading.Kept.Count > 0 && await IsDuplicateAsync(checklist, cancellation);
        await table.SaveAsync(reading.Kept, cancellation);
        var receipt = ChecklistReceipt.Of(checklist, reading, isDuplicate, time.GetUtcNow());
        LogTaken(receipt.Period, receipt.Outcome, receipt.Accepted, receipt.Lines);
        return await receipts.WriteAsync(receipt, cancellation);
    }

    private async Task<ChecklistReceipt?> RefuseNameAsync(string file, CancellationToken cancellation) =>
        await files.FindListedAsync(file, cancellation) is { } listed
            ? await receipts.WriteAsync(ChecklistReceipt.Misnamed(listed, time.GetUtcNow()), cancellation)
            : null;

    /// <summary>The lines of one that lies there, read by today's lists; stores nothing.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> ReadAsync(string file, CancellationToken cancellation) =>
        await files.FetchAsync(file, cancellation) is { } checklist
            ? (await ReadAsync(checklist, cancellation)).Kept
            : [];

    private async Task<ChecklistReading> ReadAsync(UploadedChecklist checklist, CancellationToken cancellation)
    {
        if (checklist.Size > checklist.Content.Length)
            return ChecklistReading.Unread(
                Outcome.Refused,
                new RowFault(
                    0,
                    "",
                    FaultCodes.TooLarge,
                    $"Tệp có dung lượng {checklist.Size / Megabyte} MB, vượt quá giới hạn {IntakeLimits.Standard.Bytes / Megabyte} MB."
                )
            );
        var units = (await registers.GetAsync(cancellation)).Units;
        var list = await criteria.GetAsync(cancellation);
        return new ChecklistReader(units, list, scheme).Read(checklist.Content, checklist.File, checklist.UploadedAt);
    }

    /// <summary>Another checklist brought the same content before; it is stored all the same, which changes no answer.</summary>
    private async Task<bool> IsDuplicateAsync(UploadedChecklist checklist, CancellationToken cancellation) =>
        (await receipts.SummariesAsync(cancellation)).Any(receipt =>
            receipt.Key != Paths.ChecklistReceipt(checklist.File)
            && receipt.Value.Sha256 == checklist.Sha256
            && receipt.Value.Outcome is Outcome.Accepted or Outcome.Partly
        );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Took in a checklist of {Period}: {Outcome}, {Accepted} of {Lines} lines"
    )]
    private partial void LogTaken(string period, Outcome outcome, int accepted, int lines);
}
