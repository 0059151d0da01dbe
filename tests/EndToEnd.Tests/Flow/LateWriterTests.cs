using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>
/// A take-in reads the ledger, is overtaken, writes rows as it had read them, and dies: nobody may believe that they are
/// settled (design.md §4, laws 2 and 3). Found by seed 7062 of the schedules.
/// </summary>
public sealed class LateWriterTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 7);

    [Fact]
    public async Task Rows_are_owed_until_whoever_may_have_read_them_is_done()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, Day);
        await workshop.TakeInAsync(unit, 1);
        var ledgers = workshop.Get<LedgerStore>();
        var (ledger, etag) = await ledgers.LoadAsync(unit, default) is var loaded
            ? (loaded.Ledger, loaded.ETag)
            : default;
        ledger.Unpublished.Clear();
        var (quick, slow) = (Owing("quick", "f-dat-dai"), Owing("slow", "f-ho-tich"));
        ledger.Unpublished.AddRange([quick, slow]);
        etag = await ledgers.SaveAsync(ledger, etag, default);
        (await ledgers.MarkPublishedAsync(ledger, etag!.Value, [quick], default)).ShouldBeTrue();

        var now = await ledgers.LoadAsync(unit, default);

        now.Published.ShouldHaveSingleItem().Id.ShouldBe("quick");
        now.Ledger.Unpublished.ShouldHaveSingleItem()
            .Rows.Select(row => row.Suffix)
            .ShouldBe(["f-ho-tich", "f-dat-dai"]);
    }

    [Fact]
    public async Task Who_writes_another_ones_rows_says_so_before_he_does()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, Day);
        var (file, ledgers) = (Desk.File(Day), workshop.Get<LedgerStore>());
        for (var survives = 1; (await ledgers.LoadAsync(unit, default)).Ledger.Unpublished.Count == 0; survives++)
            (await workshop.DieAsync(unit, file, survives)).ShouldBeTrue();

        using var handler = new DyingAtRowsHandler();
        await using var doomed = workshop.Through(handler);
        await Should.ThrowAsync<Exception>(() =>
            doomed.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{file}", default)
        );

        handler.HasDied.ShouldBeTrue();
        (await workshop.Get<UnfinishedWork>().ListAsync(default))
            .Select(mark => mark.Name)
            .ShouldContain(LedgerPass.PublishAgain + unit);
        await workshop.FinishLaterAsync();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_written_late_is_found_by_looking_at_all_rows()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, Day);
        await workshop.TakeInAsync(unit, 1);
        var table = workshop.Get<Store>().Table(StoredNames.KpiTable);
        var row = await RowAsync(table, unit);
        row.RowKey += "-f-dat-dai";
        await table.AddEntityAsync(row);
        await workshop.Get<UnfinishedWork>().BeginAsync(LedgerPass.PublishAgain + unit, "", default);

        await workshop.FinishLaterAsync();

        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private Task PutAsync(string unit, DateOnly day) =>
        workshop.PutAsync(unit, Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));

    private static Pass Owing(string id, string suffix) =>
        new(
            id,
            VietnamTime.StartOf(Day).UtcTicks,
            [],
            [new RowKey(PeriodKey.Containing(PeriodKind.Month, Day, PeriodScheme.Statutory), suffix)]
        );

    private static async Task<TableEntity> RowAsync(TableClient table, string unit)
    {
        await foreach (var row in table.QueryAsync<TableEntity>())
            if (row.RowKey == unit)
                return row;
        throw new InvalidOperationException("The unit has no row.");
    }

    /// <summary>The process is dead at the first batch of rows.</summary>
    private sealed class DyingAtRowsHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool HasDied { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            HasDied |= request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);
            return HasDied ? throw new DyingHandler.DeadException() : base.SendAsync(request, cancellationToken);
        }
    }
}
