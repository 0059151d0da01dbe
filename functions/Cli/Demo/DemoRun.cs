using System.Diagnostics;
using System.Globalization;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Cli.Uploads;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Cli.Demo;

/// <summary>The demo from its files to its notices; once more in the same store finds everything done.</summary>
internal sealed class DemoRun(OpenedStore store, Screen screen)
{
    public const string Purpose = "demo";
    public const string ClockStands = "Kho dữ liệu chạy thử: đồng hồ đứng ở 08:00 ngày 18/03/2022.";
    private const string Quarter = "2022-Q1";
    private static readonly string[] Forms = [".docx", ".html"];

    /// <summary>Of everything that runs on a demo's store.</summary>
    public static TimeProvider Clock { get; } = new FixedClock(DemoQuarter.Clock);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var register = await store.Get<Registers>().GetAsync(cancellation);
        var demo = DemoQuarter.Make(DemoQuarter.DefaultSeed, register.Units, register.Calendar);
        var receipts = await TakeInAsync(demo.Files, cancellation);
        var reviewed = await ReviewAsync(cancellation);
        var folder = Path.Combine(store.Place.Data, "notices", Quarter);
        var files = await new NoticeFiles(store.Get<Store>()).CopyAsync(Quarter, folder, cancellation);
        Print(receipts, reviewed, [.. files.Where(IsLetter)]);
        screen.Tell(Took(watch.Elapsed));
    }

    private void Print(
        IReadOnlyList<Receipt> receipts,
        IReadOnlyList<ReviewedUnit> reviewed,
        IReadOnlyList<string> letters
    )
    {
        screen.Print("Chạy thử với số liệu giả lập: quý I năm 2022 (15/12/2021 – 14/03/2022), 10 xã ở Hồng Ngự.");
        screen.Print($"Đã nạp {ReceiptTable.Sum(receipts)}");
        screen.Print();
        screen.Print(ReviewTables.Of(reviewed));
        screen.Print("Đơn vị cần công văn:");
        foreach (var line in ReviewTables.Flagged(reviewed))
            screen.Print($"  {line}");
        screen.Print();
        screen.Print("Dự thảo công văn:");
        foreach (var letter in letters)
            screen.Print($"  {letter}");
        var missing = reviewed.Count(unit => unit.NeedsNotice) - letters.Count / Forms.Length;
        if (missing > 0)
            throw new CannotException(
                $"Thiếu {missing} dự thảo công văn. Chạy thử lại trong thư mục mới với --verbose để xem lỗi."
            );
    }

    private async Task<IReadOnlyList<Receipt>> TakeInAsync(
        IReadOnlyList<DemoFile> files,
        CancellationToken cancellation
    )
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
        var ingest = new IngestByUnit(store.Get<IngestFiles>(), Clock);
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

    /// <summary>The host runs meanwhile, so that notices are written from the queue as they are in earnest.</summary>
    private async Task<IReadOnlyList<ReviewedUnit>> ReviewAsync(CancellationToken cancellation)
    {
        screen.Tell($"Đánh giá kỳ {Quarter} và soạn công văn …");
        using var host = FunctionHost.Queues(store, Clock, screen);
        await host.StartAsync(cancellation);
        var period = Period.TryParse(Quarter, store.Get<PeriodScheme>(), out var parsed)
            ? parsed
            : throw new InvalidOperationException($"{Quarter} is no period.");
        var result = await store.Get<ReviewQuarter>().ReviewAsync(period, cancellation);
        await host.Services.GetRequiredService<HostActivity>().WaitUntilIdleAsync(cancellation);
        await host.StopAsync(cancellation);
        return result.Units;
    }

    private static bool IsLetter(string file) => Forms.Contains(Path.GetExtension(file), StringComparer.Ordinal);

    private static string Took(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"Xong trong {elapsed.TotalSeconds:0.0}").Replace('.', ',')
        + " giây.";
}
