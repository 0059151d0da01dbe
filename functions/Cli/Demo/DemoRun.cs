using System.Diagnostics;
using System.Globalization;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Demo;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Demo;

/// <summary>The demo from its files to its notices, quarter by quarter; once more in the same store finds everything done.</summary>
internal sealed class DemoRun(OpenedStore store, DemoKind kind, DemoClock clock, Screen screen)
{
    public async Task RunAsync(DemoPeriod until, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await new DemoRegisters(store).ImportAsync(kind, cancellation);
        var register = await store.Get<Registers>().GetAsync(cancellation);
        DemoQuarter? before = null;
        foreach (var quarter in kind.Make(until, register.Units, register.Calendar))
        {
            if (before is not null)
                await ExchangeAsync(before.Period, quarter.Period, cancellation);
            await ShowAsync(quarter, cancellation);
            before = quarter;
        }
        screen.Tell(Took(watch.Elapsed));
    }

    /// <summary>Letters and answers between two quarters; issued letters are copied out beside the drafts.</summary>
    private async Task ExchangeAsync(DemoPeriod first, DemoPeriod next, CancellationToken cancellation)
    {
        await new DemoCorrespondence(store, clock, screen).ExchangeAsync(first, next, cancellation);
        await CopyAsync(first, cancellation);
    }

    private async Task ShowAsync(DemoQuarter quarter, CancellationToken cancellation)
    {
        var period = quarter.Period;
        clock.MoveTo(period.Clock);
        var receipts = await new DemoUploads(store, clock, screen).TakeInAsync(quarter.Files, cancellation);
        await new DemoChecklist(store, clock, screen).FillInAsync(period, cancellation);
        var reviewed = await new DemoReview(store, clock, screen).ReviewAsync(period, cancellation);
        new DemoResults(kind, period, screen).Print(receipts, reviewed, await CopyAsync(period, cancellation));
        await new FollowUpResults(store, screen).PrintAsync(period, reviewed, cancellation);
    }

    private async Task<DemoDocuments> CopyAsync(DemoPeriod period, CancellationToken cancellation)
    {
        var folder = Path.Combine(store.Place.Data, "notices", period.Name);
        var files = new NoticeFiles(store.Get<Store>(), store.Get<MendDocuments>());
        return new(folder, (await files.CopyAsync(period.Name, folder, cancellation)).Files);
    }

    private static string Took(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"Xong trong {elapsed.TotalSeconds:0.0}").Replace('.', ',')
        + " giây.";
}
