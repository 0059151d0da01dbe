using Azure.Data.Tables;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Figures and ledgers that no journal speaks for are named, and removed by a rebuilding (design.md §4, law 2).</summary>
public sealed class StrayDataTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Rows_and_blobs_of_units_without_a_journal_or_of_unknown_shape_are_named_and_removed()
    {
        var (kept, gone) = (await TakenInAsync(), await TakenInAsync());
        var figures = await workshop.FiguresAsync(kept);
        foreach (var entry in await workshop.BlobsAsync(StoredNames.Journal, gone))
            await workshop.DeleteAsync(StoredNames.Journal, entry.Split(' ')[0]);
        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(gone));
        await PutAsync($"{gone}/cold/2022-01-0123456789abcdef");
        (string Table, string Partition, string Row)[] odd =
        [
            (StoredNames.KpiTable, "calendar-2022-Q1", kept),
            (StoredNames.KpiTable, "statutory-2022-03-07", kept),
            (StoredNames.KpiTable, "statutory-q1-2022", kept),
            (StoredNames.KpiTable, "x", "y"),
            (StoredNames.KpiDailyTable, "x", "20220307"),
            (StoredNames.KpiDailyTable, $"{kept}-2021", "20220307"),
            (StoredNames.KpiDailyTable, $"{kept}-2022", "hôm nay"),
            (StoredNames.KpiDailyTable, $"{kept}-2022", "20210101"),
        ];
        foreach (var (table, partition, row) in odd)
            await workshop.Get<Store>().Table(table).AddEntityAsync(new TableEntity(partition, row));
        await PutAsync("loose");
        await PutAsync("x/y");
        string[] named =
        [
            .. odd.Select(row => $"{row.Table}/{row.Partition}/{row.Row}"),
            $"ledger/{gone}/cold/2022-01-0123456789abcdef",
            "ledger/loose",
            "ledger/x/y",
        ];

        var differences = await workshop.VerifyAsync();
        var removed = (await workshop.Get<Rebuild>().RebuildAsync(default)).Removed.Places;

        foreach (var place in named)
            differences.ShouldContain($"{place}: nhật ký không nói đến, không được có");
        differences.Count(line => line.Contains(gone, StringComparison.Ordinal)).ShouldBe(11, "ten rows, one blob");
        removed
            .Order(StringComparer.Ordinal)
            .ShouldBe(differences.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
        (await workshop.FiguresAsync(gone)).ShouldBeEmpty();
        (await workshop.FiguresAsync(kept)).ShouldBe(figures);
    }

    [Fact]
    public async Task A_segment_that_no_ledger_names_is_abandoned_once_no_pass_can_be_about_to_name_it()
    {
        var unit = await TakenInAsync();
        await PutAsync($"{unit}/cold/2022-01-0123456789abcdef");

        (await workshop.VerifyAsync()).ShouldBeEmpty("a pass may be about to name it");
        await workshop.Get<Rebuild>().RebuildAsync(default);
        (await workshop.BlobsAsync(StoredNames.Ledger, unit)).Count.ShouldBe(2);

        using var handler = new LaterHandler(TimeSpan.FromHours(2));
        await using var later = workshop.Through(handler);
        (await later.GetRequiredService<VerifyRebuild>().VerifyAsync(default)).ShouldBe([
            $"ledger/{unit}/cold/2022-01-0123456789abcdef: nhật ký không nói đến, không được có",
        ]);
        await later.GetRequiredService<Rebuild>().RebuildAsync(default);
        (await workshop.BlobsAsync(StoredNames.Ledger, unit)).ShouldHaveSingleItem().ShouldStartWith($"{unit}/hot ");
    }

    [Fact]
    public async Task A_unit_that_sends_its_first_upload_before_any_request_keeps_all_of_it()
    {
        var expected = await workshop.FiguresAsync(await TakenInAsync());
        for (var before = 1; ; before++)
        {
            var unit = await PutExportAsync();
            // Left behind by a store that was mended by hand: the very rows that the take-in is about to write.
            var day = new TableEntity($"{unit}-2022", "20220307");
            await workshop.Get<Store>().Table(StoredNames.KpiDailyTable).AddEntityAsync(day);
            using var handler = new MeanwhileHandler(before, () => workshop.TakeInAsync(unit, 1));
            await using var slow = workshop.Through(handler);

            await slow.GetRequiredService<Rebuild>().RebuildAsync(default);

            if (!handler.HasHappened)
                break;
            (await workshop.FiguresAsync(unit)).ShouldBe(expected, $"before request {before}");
            foreach (var container in (string[])[StoredNames.Journal, StoredNames.Ledger])
            {
                foreach (var blob in await workshop.BlobsAsync(container, unit))
                    await workshop.DeleteAsync(container, blob.Split(' ')[0]);
            }
            await workshop.Get<Rebuild>().RebuildAsync(default);
            before.ShouldBeLessThan(100);
        }
    }

    private async Task<string> PutExportAsync()
    {
        var unit = await workshop.NewUnitAsync();
        var export = Desk.Csv(Desk.Line(Monday, 1, "Trực tuyến"));
        await workshop.PutAsync(unit, Desk.File(Monday), export, Desk.Evening(Monday));
        return unit;
    }

    private async Task<string> TakenInAsync()
    {
        var unit = await PutExportAsync();
        await workshop.TakeInAsync(unit, 1);
        return unit;
    }

    private async Task PutAsync(string blob) =>
        await workshop
            .Get<Store>()
            .Container(StoredNames.Ledger)
            .GetBlobClient(blob)
            .UploadAsync(BinaryData.FromString("x"));

    /// <summary>The storage's own clock, so much later.</summary>
    private sealed class LaterHandler(TimeSpan later) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var answer = await base.SendAsync(request, cancellationToken);
            answer.Headers.Date += later;
            return answer;
        }
    }
}
