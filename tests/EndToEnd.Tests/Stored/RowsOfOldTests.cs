using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Stored;

namespace CCHC.EndToEnd.Tests.Stored;

/// <summary>Rows of November 2026, read and written again by today's program, are the same rows: each column, each type.</summary>
public sealed class RowsOfOldTests(GoldenCopy copy) : IClassFixture<GoldenCopy>
{
    [Fact]
    public async Task Reviews()
    {
        var units = (await copy.Get<RegisterStore>().ReadAsync(default)).Units;
        var table = copy.Get<ReviewTable>();
        foreach (var name in (string[])["2022-Q1", "2022-Q2"])
        {
            var rows = await table.ListAsync(Quarters.Quarter(name), units, default);
            foreach (var row in rows.Units)
            {
                await copy.Table(StoredNames.ReviewsTable).DeleteEntityAsync(name, row.Unit.Id);
                await table.AddAsync(row, default);
            }
        }

        await ShouldBeOfOldAsync(StoredNames.ReviewsTable);
    }

    [Fact]
    public async Task Follow_ups()
    {
        var table = copy.Get<FollowUpTable>();
        foreach (var item in await table.ListAsync(GoldenStore.Unit, default))
        {
            await copy.Table(StoredNames.FollowUpsTable)
                .DeleteEntityAsync(item.Unit, Keys.FollowUpRow(item.Period, item.Finding));
            await table.AddAsync(item, default);
        }

        await ShouldBeOfOldAsync(StoredNames.FollowUpsTable);
    }

    [Fact]
    public async Task Lists_of_staff()
    {
        var (store, content) = (copy.Get<RegisterStore>(), await copy.Get<RegisterStore>().ReadAsync(default));
        await store.ImportUnitsAsync(content.Units.All, default);
        await store.ImportTargetsAsync(content.Targets, default);
        await copy.Get<OfficeStore>().ImportAsync(content.Offices, default);

        await ShouldBeOfOldAsync(StoredNames.UnitsTable);
        await ShouldBeOfOldAsync(StoredNames.TargetsTable);
        await ShouldBeOfOldAsync(StoredNames.OfficesTable);
    }

    [Fact]
    public async Task Mails_that_were_sent()
    {
        var outbox = copy.Get<OutboxTable>();
        foreach (var mail in await outbox.ListAsync(MailState.Sent, default))
            await outbox.ReplaceAsync(mail, default);

        await ShouldBeOfOldAsync(
            StoredNames.OutboxTable,
            row => row.Contains("\"State\":\"sent\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Lines_of_checklists()
    {
        var table = copy.Get<ChecklistTable>();
        var lines = await table.ListAsync("2022-Q1", default);
        lines.Count.ShouldBe(3);
        foreach (var line in lines)
        {
            await copy.Table(StoredNames.ChecklistsTable)
                .DeleteEntityAsync(line.Period, Keys.ChecklistRow(line.Unit, line.Criterion));
            await table.SaveAsync([line], default);
            if (line.Page is { } check)
                await table.SavePageCheckAsync(line, check, default);
        }

        await ShouldBeOfOldAsync(StoredNames.ChecklistsTable);
    }

    private async Task ShouldBeOfOldAsync(string table, Func<string, bool>? which = null)
    {
        var rows = new List<string>();
        await foreach (var row in copy.Table(table).QueryAsync<TableEntity>())
            rows.Add(TableLines.Write(row));
        var old = GoldenStore.Rows(table).Where(which ?? (_ => true)).ToList();
        old.ShouldNotBeEmpty();
        rows.Where(which ?? (_ => true)).ShouldBe(old, ignoreOrder: true);
    }
}
