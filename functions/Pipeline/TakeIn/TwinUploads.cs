using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Uploads of one content that were sent at one moment under several names: to the journal they are one. While one of
/// them is handed in, its rows count, whichever of the others was withdrawn.
/// </summary>
public sealed class TwinUploads(
    ExportStore exports,
    ReceiptStore receipts,
    TakeInExports takeIn,
    UnfinishedWork unfinished
)
{
    /// <summary>
    /// Places in the journal that others than this upload are handed in for. One that is being withdrawn is not: of two
    /// withdrawn at once, each marked before it asks, at least one sees the other leave.
    /// </summary>
    public async Task<IReadOnlySet<(string Unit, Stamp Stamp)>> SharedAsync(
        string name,
        Receipt upload,
        CancellationToken cancellation
    )
    {
        var code = Paths.SplitExport(name)!.Value.Code;
        // Marks before receipts: who is done has written his receipt before his mark goes.
        var leaving = (await unfinished.ListAsync(cancellation)).Select(mark => mark.Name).ToHashSet();
        var told = await receipts.SummariesAsync(Paths.ReceiptsOf(code), cancellation);
        var lying = await exports.ListSentAsync(code, upload.UploadedAt.UtcTicks, upload.Sha256, cancellation);
        var others = told.Where(receipt => receipt.Value.MayBeSent(upload))
            .Select(receipt => Paths.ExportOf(receipt.Key))
            .Union(lying, StringComparer.Ordinal)
            .Where(other => other != name && Paths.SplitExport(other) is not null)
            .Where(other => !leaving.Contains(WithdrawUpload.Work + other));
        var shared = new HashSet<(string, Stamp)>();
        foreach (var other in others)
        {
            if (await PlaceOfAsync(other, lying.Contains(other), upload, cancellation) is { } place)
                shared.Add(place);
        }
        return shared;
    }

    private async Task<(string, Stamp)?> PlaceOfAsync(
        string name,
        bool isLying,
        Receipt upload,
        CancellationToken cancellation
    )
    {
        var (code, file) = Paths.SplitExport(name)!.Value;
        var told = (await receipts.FindAsync(Paths.ReceiptOf(name), cancellation))?.Receipt;
        if (isLying && await exports.FetchAsync(code, file, cancellation) is { } fetched)
        {
            // Its take-in is still to come, or under way.
            if (told is not { IsFinal: true } || told.ETag != fetched.Upload.ETag)
                return (await takeIn.ReadAsync(fetched, cancellation)).Entry is { } entry
                    ? (entry.Unit, entry.Stamp)
                    : null;
        }
        return
            told
                is {
                    Outcome: Outcome.Accepted or Outcome.Partly or Outcome.Duplicate,
                    AsOf: { } asOf,
                    Sha256: var sha,
                    UploadedAt: var at
                }
            && sha == upload.Sha256
            && at == upload.UploadedAt
            ? (told.Unit, Stamp.Of(asOf, at.UtcTicks, sha))
            : null;
    }
}
