using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes in several uploads of one code in one pass; where that fails, each by itself, so that only the bad one fails
/// and gets a receipt that says so.
/// </summary>
public sealed class TakeInTogether(TakeInExports takeIn, FailedUploads failed)
{
    /// <summary>Takes in what waits.</summary>
    /// <param name="waiting">In their order.</param>
    /// <param name="done">Told of each receipt.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PartlyDoneException">Some go on waiting without a receipt; each has had its turn.</exception>
    public async Task TakeInAsync(
        IReadOnlyList<FetchedExport> waiting,
        Action<Receipt> done,
        CancellationToken cancellation
    )
    {
        if (waiting.Count == 0 || await TryAsync(waiting, done, cancellation) is not { } failure)
            return;
        if (waiting.Count == 1)
        {
            await TellAsync(waiting[0].Upload, failure, done, cancellation);
            return;
        }
        var failures = await InTurn.TryEachAsync(
            waiting,
            async one =>
            {
                if (await TryAsync([one], done, cancellation) is { } own)
                    await TellAsync(one.Upload, own, done, cancellation);
            }
        );
        InTurn.Throw(failures);
    }

    private async Task<Exception?> TryAsync(
        IReadOnlyList<FetchedExport> pass,
        Action<Receipt> done,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<Receipt> receipts = [];
        var failures = await InTurn.TryEachAsync(
            [pass],
            async all => receipts = await takeIn.TakeInAsync(all, cancellation)
        );
        foreach (var receipt in receipts)
            done(receipt);
        return failures is [var failure] ? failure : null;
    }

    private async Task TellAsync(Upload upload, Exception failure, Action<Receipt> done, CancellationToken cancellation)
    {
        var name = Paths.Export(upload.Code, upload.File);
        if (!InTurn.IsOfOneItself(failure))
            throw new NotTakenInException(name, failure);
        var uploadedAt = new DateTimeOffset(upload.UploadedAt, TimeSpan.Zero);
        done(await failed.TellAsync(name, upload.ETag, uploadedAt, failure, cancellation));
    }
}

/// <summary>An upload goes on waiting: what kept it from being taken in is no fault of its own.</summary>
public sealed class NotTakenInException(string name, Exception why)
    : Exception($"exports/{name} could not be taken in now and is tried again: {why.Message.Split('\n')[0]}", why)
{
    /// <summary>The export, "29956/x.csv".</summary>
    public string Name { get; } = name;

    public Exception Why { get; } = why;
}
