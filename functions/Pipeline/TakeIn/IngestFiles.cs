using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>A file to be uploaded under a unit's code.</summary>
/// <param name="Code">Plain unit code.</param>
/// <param name="File">File name.</param>
/// <param name="Open">Opens its content, a stream that can be rewound, when its turn comes.</param>
/// <param name="UploadedAt">UTC ticks; null = now, increasing in the order given.</param>
public sealed record IngestFile(string Code, string File, Func<Stream> Open, long? UploadedAt = null);

/// <summary>Uploads files and takes them in at once. Broken off and run again, it goes on where it stopped.</summary>
public sealed class IngestFiles(
    ExportStore exports,
    ReceiptStore receipts,
    TakeInTogether together,
    ExportsTable table,
    Registers registers,
    TimeProvider time
)
{
    /// <summary>Uploads and takes in all files; what has a final receipt for the same content is not sent again.</summary>
    /// <param name="files">In the order of upload; units are taken in pass by pass.</param>
    /// <param name="done">Told of every receipt as soon as it is written.</param>
    /// <param name="cancellation">Stops after the pass under way.</param>
    public async Task IngestAsync(IReadOnlyList<IngestFile> files, Action<Receipt> done, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcTicks;
        var stamped = files.Index().Select(at => at.Item with { UploadedAt = at.Item.UploadedAt ?? now + at.Index });
        foreach (var unit in stamped.GroupBy(file => file.Code))
        {
            foreach (var pass in unit.Chunk(SweepExports.UploadsPerPass))
                await IngestAsync(pass, done, cancellation);
        }
    }

    private async Task IngestAsync(IngestFile[] pass, Action<Receipt> done, CancellationToken cancellation)
    {
        var register = await registers.GetAsync(cancellation);
        if (register.Awaits(pass[0].Code))
            throw register.Unreadable;
        var waiting = new List<FetchedExport>();
        foreach (var file in pass)
        {
            var (export, receipt) = await PutAsync(file, cancellation);
            if (receipt is null)
                waiting.Add(export);
            else if (AwaitedUnits.IsListed(AwaitedUnits.Note(receipt), file.Code, register.Units))
            {
                await table.ForgetAsync(receipt, cancellation);
                waiting.Add(export);
            }
            else
                done(Again(receipt));
            if (waiting.Sum(held => held.Size) <= TakeInExports.MostBytesPerPass)
                continue;
            await together.TakeInAsync(waiting, done, cancellation);
            waiting.Clear();
        }
        await together.TakeInAsync(waiting, done, cancellation);
    }

    /// <summary>The same bytes at the same path are the same upload: taken in if that was broken off, else nothing new.</summary>
    private async Task<(FetchedExport Export, Receipt? Final)> PutAsync(IngestFile file, CancellationToken cancellation)
    {
        await using var stream = file.Open();
        var (code, name, uploadedAt) = (file.Code, file.File, file.UploadedAt!.Value);
        if (stream.Length > ExportStore.MostBytes)
        {
            var large = await exports.PutUnreadAsync(code, name, stream, uploadedAt, cancellation);
            return (large, await receipts.FindFinalAsync(code, name, large.Upload.ETag, cancellation));
        }
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancellation);
        if (await exports.FindSameAsync(code, name, content, cancellation) is { } same)
        {
            var receipt = await receipts.FindFinalAsync(code, name, same.ETag, cancellation);
            // Sent on purpose after it was withdrawn, it is a new upload and counts anew.
            if (receipt is not { Outcome: Outcome.Withdrawn })
                return (new(same, content.Length) { IsAttended = true }, receipt);
        }
        var upload = await exports.PutAsync(code, name, content, uploadedAt, cancellation);
        return (new(upload, content.Length) { IsAttended = true }, null);
    }

    /// <summary>What was refused is still refused, with its reasons.</summary>
    internal static Receipt Again(Receipt receipt) =>
        receipt.Outcome is Outcome.Accepted or Outcome.Partly or Outcome.Duplicate
            ? receipt with
            {
                Outcome = Outcome.Duplicate,
                Message = ReceiptWords.Again(receipt),
            }
            : receipt;
}
