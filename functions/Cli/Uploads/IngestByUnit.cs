using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Uploads;

/// <summary>Takes in the files of several units at once; a unit's own files stay in their order.</summary>
internal sealed class IngestByUnit(IngestFiles ingest, TimeProvider time)
{
    private const int UnitsAtOnce = 4;

    /// <summary>Takes in all files.</summary>
    /// <param name="files">In the order of upload.</param>
    /// <param name="done">Told of every receipt as soon as it is written, one at a time.</param>
    /// <param name="cancellation">Stops after the passes under way.</param>
    public async Task IngestAsync(IReadOnlyList<IngestFile> files, Action<Receipt> done, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcTicks;
        var stamped = files.Index().Select(at => at.Item with { UploadedAt = at.Item.UploadedAt ?? now + at.Index });
        var oneAtATime = new Lock();
        await Parallel.ForEachAsync(
            stamped.GroupBy(file => file.Code),
            new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce, CancellationToken = cancellation },
            async (unit, token) => await ingest.IngestAsync([.. unit], Told, token)
        );

        void Told(Receipt receipt)
        {
            lock (oneAtATime)
                done(receipt);
        }
    }
}
