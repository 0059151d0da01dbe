using System.Globalization;
using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Every table by every kind of damage: named, nobody else waits, health red, and green once it is put right.</summary>
public sealed class RowMatrixTests(RowShop shop) : IClassFixture<RowShop>, IAsyncLifetime
{
    private const string Broken = "29956";
    private const string Sound = "29962";
    private const string Quarter = "2022-Q1";
    private static int uploads;
    private static Tally? figures;

    public static TheoryData<string, string, object?> Damages =>
        new()
        {
            { StoredNames.FollowUpsTable, "Times", null },
            { StoredNames.FollowUpsTable, "Times", "hai" },
            { StoredNames.FollowUpsTable, "Deadline", "hôm qua" },
            { StoredNames.FollowUpsTable, "Outcome", "lạ" },
            { StoredNames.ChecklistsTable, "Line", null },
            { StoredNames.ChecklistsTable, "Number", "ba" },
            { StoredNames.ChecklistsTable, "Number", null },
            { StoredNames.ChecklistsTable, "Day", "mai" },
            { StoredNames.OutboxTable, "Tries", null },
            { StoredNames.OutboxTable, "CreatedAt", "hôm qua" },
            { StoredNames.OutboxTable, "To", "[{" },
            { StoredNames.OutboxTable, "State", "lạ" },
            { StoredNames.ExportsTable, "File", null },
            { StoredNames.ExportsTable, "File", 7 },
            { StoredNames.KpiTable, "Received", null },
            { StoredNames.KpiTable, "Received", "mười" },
            { StoredNames.KpiTable, "Received", -1 },
            { StoredNames.KpiDailyTable, "Received", null },
            { StoredNames.KpiDailyTable, "Received", "mười" },
        };

    public async ValueTask InitializeAsync()
    {
        if (figures is not null)
            return;
        foreach (var unit in (string[])[Broken, Sound])
        {
            await Quarters.SendAsync(shop.Workshop, unit, Quarter, online: 3);
            var line = Quarters.Line(Quarter, unit, "printers", new Answer(Number: 3));
            await shop.Get<ChecklistTable>().SaveAsync([line], default);
            var item = new FollowUp
            {
                Unit = unit,
                Period = "2021-Q4",
                Finding = "online",
                Name = "Tỷ lệ hồ sơ nộp trực tuyến",
                Times = 1,
            };
            await shop.Get<FollowUpTable>().AddAsync(item, default);
            await shop.Get<PostMail>().PostAsync(Mail(unit), default);
        }
        figures = (await KpiAsync(Breakdown.Unit)).Rows[0].Tally;
        figures[Count.Received].ShouldBe(10);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_row_that_cant_be_read_is_named_and_holds_up_nobody_else(
        string table,
        string column,
        object? value
    )
    {
        var (partition, key) = await KeysAsync(table);
        var sound = await shop.SpoilAsync(table, partition, key, column, value);

        await OthersGoOnAsync(table);

        (await shop.PlacesAsync()).ShouldBe([$"{table}/{partition}/{key}"]);
        await shop.PutRightAsync(table, sound);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StoredNames.FollowUpsTable)]
    [InlineData(StoredNames.ChecklistsTable)]
    [InlineData(StoredNames.OutboxTable)]
    public async Task A_row_of_nobody_is_named_and_holds_up_nobody(string table)
    {
        var (partition, _) = await KeysAsync(table);
        await shop.Table(table).AddEntityAsync(new TableEntity(partition, "khóa lạ") { ["Lạ"] = 1 });

        await OthersGoOnAsync(table);

        (await shop.PlacesAsync()).ShouldBe([$"{table}/{partition}/khóa lạ"]);
        await shop.Table(table).DeleteEntityAsync(partition, "khóa lạ");
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_figure_that_is_lost_is_counted_and_no_zero()
    {
        var (partition, key) = await KeysAsync(StoredNames.KpiTable);
        var sound = await shop.RowAsync(StoredNames.KpiTable, partition, key);
        await shop.Table(StoredNames.KpiTable).DeleteEntityAsync(partition, key);

        (await KpiAsync(Breakdown.Unit)).Rows[0].Tally.ShouldBe(figures);

        await shop.PutRightAsync(StoredNames.KpiTable, sound);
    }

    [Fact]
    public async Task A_mail_that_cant_be_read_is_neither_sent_nor_posted_again()
    {
        var (partition, key) = await KeysAsync(StoredNames.OutboxTable);
        var sound = await shop.SpoilAsync(StoredNames.OutboxTable, partition, key, "To", "[{");

        await shop.Get<SendMail>().SendAsync(key, default);
        (await shop.Get<PostMail>().PostAsync(Mail(Broken), default)).ShouldBeFalse();

        await shop.PutRightAsync(StoredNames.OutboxTable, sound);
        (await shop.Get<OutboxTable>().FindAsync(key, default))!.Tries.ShouldBe(0);
    }

    [Fact]
    public async Task A_checklist_that_is_sent_again_puts_its_line_right()
    {
        var (partition, key) = await KeysAsync(StoredNames.ChecklistsTable);
        await shop.SpoilAsync(StoredNames.ChecklistsTable, partition, key, "Number", "ba");
        await shop.Get<LookAtRows>().LookAsync(default);
        (await shop.PlacesAsync()).ShouldHaveSingleItem();

        var line = Quarters.Line(Quarter, Broken, "printers", new Answer(Number: 3));
        await shop.Get<ChecklistTable>().SaveAsync([line], default);

        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    /// <summary>Everything reads; who is not concerned is served.</summary>
    private async Task OthersGoOnAsync(string table)
    {
        await shop.Get<LookAtRows>().LookAsync(default);
        await shop.Get<UploadFiles>().OfAsync(Broken, default);
        var kpis = await KpiAsync(Breakdown.Unit);
        kpis.Rows.ShouldAllBe(row => row.Tally.Equals(figures));
        (await KpiAsync(Breakdown.Day)).Rows.ShouldContain(row => row.Unit.Id == Sound);
        var seen = await shop.Get<ReviewQuarter>().DryRunAsync(Quarters.Quarter(Quarter), default);
        seen.Units.ShouldContain(unit => unit.Unit.Id == Sound);
        if (table != StoredNames.ChecklistsTable)
            seen.Waiting.ShouldBeEmpty();
        seen.Waiting.ShouldAllBe(unit => unit.Unit == Broken);
        await shop.Get<SweepOutbox>().SweepAsync(default);
        (await shop.Get<OutboxTable>().ListAsync(null, default)).ShouldContain(mail => mail.Id == IdOf(Sound));
        await TakeInAsync(Sound);
        await TakeInAsync("29971");
    }

    private async Task TakeInAsync(string unit)
    {
        var day = new DateOnly(2022, 3, 11);
        var file = string.Create(CultureInfo.InvariantCulture, $"2022-03-11-{++uploads}.csv");
        await shop.Workshop.PutAsync(unit, file, Desk.Csv(), Desk.Evening(day) + uploads);
        await shop.Get<TakeInExports>().TakeInAsync($"{unit}/{file}", default);
        (await shop.Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, file), default)).ShouldNotBeNull();
    }

    private async Task<SoundRows<KpiRow>> KpiAsync(Breakdown by)
    {
        var register = (await shop.Get<Registers>().GetAsync(default)).Units;
        return await shop.Get<KpiQuery>()
            .RowsAsync(
                Quarters.Quarter(Quarter),
                by,
                PeriodScheme.Statutory,
                [register.Find(Broken)!, register.Find(Sound)!],
                default
            );
    }

    /// <summary>A row of the broken unit.</summary>
    private async Task<(string Partition, string Key)> KeysAsync(string table)
    {
        await foreach (var row in shop.Table(table).QueryAsync<TableEntity>())
        {
            var isOfQuarter =
                table != StoredNames.KpiTable || (row.PartitionKey, row.RowKey) == ("statutory-2022-Q1", Broken);
            if (isOfQuarter && $"{row.PartitionKey}/{row.RowKey}".Contains(Broken, StringComparison.Ordinal))
                return (row.PartitionKey, row.RowKey);
        }
        throw new InvalidOperationException($"{table} has no row of {Broken}.");
    }

    private static string IdOf(string unit) => $"late-{unit}-2022-03-01";

    private static Pipeline.Outbox.Mail Mail(string unit) =>
        new(IdOf(unit), "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
