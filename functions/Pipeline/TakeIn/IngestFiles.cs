using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>A file to be uploaded under a unit's code.</summary>
/// <param name="Code">Plain unit code.</param>
/// <param name="File">File name.</param>
/// <param name="Open">Reads its content when its turn comes.</param>
/// <param name="UploadedAt">UTC ticks; null = now, increasing in the order given.</param>
public sealed record IngestFile(
    string Code,
    string File,
    Func<CancellationToken, Task<byte[]>> Open,
    long? UploadedAt = null
);

/// <summary>Uploads files and takes them in at once. Broken off and run again, it goes on where it stopped.</summary>
public sealed class IngestFiles(ExportStore exports, ReceiptStore receipts, TakeInExports takeIn, TimeProvider time)
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
            {
                foreach (var receipt in await IngestAsync(pass, cancellation))
                    done(receipt);
            }
        }
    }

    private async Task<IReadOnlyList<Receipt>> IngestAsync(IngestFile[] pass, CancellationToken cancellation)
    {
        var waiting = new List<FetchedExport>();
        var earlier = new List<Receipt>();
        foreach (var file in pass)
        {
            var content = await file.Open(cancellation);
            // The same bytes at the same path are the same upload: taken in if that was broken off, else nothing new.
            var same = await exports.FindSameAsync(file.Code, file.File, content, cancellation);
            if (same is not null && await FinalReceiptAsync(same, cancellation) is { } receipt)
            {
                earlier.Add(receipt with { Outcome = Outcome.Duplicate, Message = ReceiptWords.Again(receipt) });
                continue;
            }
            var upload =
                same ?? await exports.PutAsync(file.Code, file.File, content, file.UploadedAt!.Value, cancellation);
            waiting.Add(new(upload, content.Length));
        }
        return waiting.Count == 0 ? earlier : [.. earlier, .. await takeIn.TakeInAsync(waiting, cancellation)];
    }

    private async Task<Receipt?> FinalReceiptAsync(Upload upload, CancellationToken cancellation)
    {
        var found = await receipts.FindAsync(Paths.Receipt(upload.Code, upload.File), cancellation);
        return found is var (receipt, _) && receipt.IsFinal && receipt.ETag == upload.ETag ? receipt : null;
    }
}
