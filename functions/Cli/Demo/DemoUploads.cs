using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Uploads;
using CCHC.Demo;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Cli.Demo;

/// <summary>The quarter's uploads, taken in; those that are there already stay as they are.</summary>
internal sealed class DemoUploads(OpenedStore store, DemoClock clock, Screen screen)
{
    public async Task<IReadOnlyList<Receipt>> TakeInAsync(IReadOnlyList<DemoFile> files, CancellationToken cancellation)
    {
        var receipts = new List<Receipt>();
        var uploads = files
            .Select(file => new IngestFile(
                file.Code,
                file.File,
                () => new MemoryStream(file.Content, writable: false),
                file.UploadedAt
            ))
            .ToList();
        var ingest = new IngestByUnit(store.Get<IngestFiles>(), clock);
        await screen.ProgressAsync(
            "Nạp tệp",
            files.Count,
            step =>
                ingest.IngestAsync(
                    uploads,
                    receipt =>
                    {
                        receipts.Add(receipt);
                        step();
                    },
                    cancellation
                )
        );
        return receipts;
    }
}
