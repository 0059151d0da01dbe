using System.Text;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Review.Corrections;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Who needs a row that was changed doesn't act from it; what its damage says to do puts it right.</summary>
public sealed class ChangedRowCureTests(ChangedStore store) : IClassFixture<ChangedStore>
{
    private const string Unit = FilledStore.Unit;
    private const string Quarter = "2022-Q1";

    [Theory]
    [InlineData("To")]
    [InlineData("Subject")]
    [InlineData("Tries")]
    public async Task A_mail_is_not_sent_until_it_is_put_right(string column)
    {
        var sound = await store.ChangeAsync(StoredNames.OutboxTable, Keys.Mail, FilledStore.PendingMail, column);

        await store.Get<SendMail>().SendAsync(FilledStore.PendingMail, default);
        await Cchc.RunAsync("outbox", "send", "--storage", store.Connection);

        var row = await store.RowAsync(StoredNames.OutboxTable, Keys.Mail, FilledStore.PendingMail);
        row["State"].ShouldBe("pending", "without a server it would be held");
        (await store.NamedAsync()).ShouldHaveSingleItem().ShouldStartWith($"Outbox/mail/{FilledStore.PendingMail}: ");
        await store.PutAsync(StoredNames.OutboxTable, sound);
        (await store.NamedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_whose_row_is_deleted_then_is_put_back_as_held()
    {
        await store.ChangeAsync(StoredNames.OutboxTable, Keys.Mail, FilledStore.SentMail, "Text");
        (await store.LookAsync()).ShouldHaveSingleItem().ShouldContain("xóa dòng này rồi cchc rebuild");
        await store.Table(StoredNames.OutboxTable).DeleteEntityAsync(Keys.Mail, FilledStore.SentMail);

        await Cchc.DoneAsync("rebuild", "--storage", store.Connection);

        (await store.LookAsync()).ShouldBeEmpty();
        (await store.Get<OutboxTable>().FindAsync(FilledStore.SentMail, default))!.State.ShouldBe(MailState.Held);
    }

    [Theory]
    [InlineData("Findings")]
    [InlineData("OnlineNum")]
    [InlineData("Received")]
    public async Task A_frozen_row_is_corrected_by_nobody_and_comes_back_from_a_backup(string column)
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("backup", folder["b"], "--storage", store.Connection);
        var before = (await CorrectAsync())!;
        before.Unread.ShouldBeEmpty();
        await store.ChangeAsync(StoredNames.ReviewsTable, Quarter, Unit, column);

        var corrected = (await CorrectAsync())!;

        corrected.Unread.ShouldHaveSingleItem().Unit.ShouldBe(Unit);
        corrected.Units.Select(IdOf).ShouldBe(before.Units.Select(IdOf).Where(id => id != Unit));
        var told = await Cchc.RunAsync("notices", "correct", Quarter, "--storage", store.Connection);
        (told.Output + told.Error).ShouldContain($"Reviews/{Quarter}/{Unit}: có giá trị bị sửa");
        await PutBackAsync(folder["b"], StoredNames.ReviewsTable, Unit);
        (await store.LookAsync()).ShouldBeEmpty();
        (await CorrectAsync())!.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("Evidence")]
    public async Task A_checklists_line_is_read_again_from_the_checklist_that_lies_there(string column)
    {
        var sound = await store.ChangeAsync(StoredNames.ChecklistsTable, Quarter, "29956-printers", column);
        var told = await Cchc.RunAsync("rebuild", "--verify", "--storage", store.Connection);
        told.Output.ShouldContain("Checklists/2022-Q1/29956-printers: có giá trị bị sửa");
        told.Output.ShouldContain("cchc rebuild lập lại từ phiếu kiểm tra");

        (await store.LookAsync()).ShouldBeEmpty();

        var row = await store.RowAsync(StoredNames.ChecklistsTable, Quarter, "29956-printers");
        row[RowMark.Column].ShouldBe(sound[RowMark.Column]);
        row[column].ShouldBe(sound[column]);
    }

    [Fact]
    public async Task A_checklist_that_lies_there_no_more_is_sent_again()
    {
        await store.ChangeAsync(StoredNames.ChecklistsTable, Quarter, "29956-printers", "Number");
        var blob = store.Store.Container(StoredNames.Checklists).GetBlobClient(FilledStore.Checklist);
        var content = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        await blob.DeleteAsync();
        (await store.LookAsync()).ShouldHaveSingleItem().ShouldContain("gửi lại phiếu");
        using var folder = new Folder();
        var file = folder.Write(content, FilledStore.Checklist);

        await Cchc.DoneAsync("checklist", "import", file, "--storage", store.Connection);

        (await store.LookAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StoredNames.UnitsTable, "unit", "29956", "Mail", "units")]
    [InlineData(StoredNames.UnitsTable, "unit", "29956", "Name", "units")]
    [InlineData(StoredNames.TargetsTable, "online", "2022-01-01-all", "Num", "targets")]
    [InlineData(StoredNames.OfficesTable, "office", "", "Mail", "offices")]
    public async Task A_list_that_is_imported_again_puts_its_rows_right(
        string table,
        string partition,
        string key,
        string column,
        string list
    )
    {
        key = key.Length > 0 ? key : OfficeCsv.Parse(Shipped.Offices)[0].Id;
        await store.ChangeAsync(table, partition, key, column);
        var named = await store.LookAsync();
        named.ShouldContain(line => line.StartsWith($"{table}/{partition}/{key}: ", StringComparison.Ordinal));
        // What can't be read without it says so.
        named.ShouldAllBe(line => line.Contains($"{table}/{partition}/{key}") && line.Contains($"cchc {list} import"));
        using var folder = new Folder();
        var file = folder.Write(
            Encoding.UTF8.GetBytes(Shipped.Read(list == "units" ? "units_hong_ngu.csv" : $"{list}.csv")),
            $"{list}.csv"
        );

        await Cchc.DoneAsync(list, "import", file, "--storage", store.Connection);

        (await store.LookAsync()).ShouldBeEmpty();
    }

    private Task<FoundCorrections?> CorrectAsync() =>
        store.Get<WriteCorrections>().WriteAsync(Quarters.Quarter(Quarter), default);

    private static string IdOf(UnitCorrection correction) => correction.Frozen.Unit.Id;

    private async Task PutBackAsync(string backup, string table, string key)
    {
        var file = Directory.GetFiles(Path.Combine(backup, "tables"), $"{table}~*").ShouldHaveSingleItem();
        var rows = (await File.ReadAllLinesAsync(file)).Select(TableLines.Read);
        await store.PutAsync(table, rows.Single(row => row.RowKey == key));
    }
}
