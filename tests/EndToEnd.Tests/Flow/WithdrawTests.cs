using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A desk sent the wrong file: everything must stand as if it never had.</summary>
public class WithdrawTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly string Wrong = Desk.File(Monday.AddDays(2));

    [Fact]
    public async Task A_withdrawn_upload_leaves_figures_as_if_it_had_never_come()
    {
        var never = await workshop.NewUnitAsync();
        await PutAsync(never, days: 2);
        await workshop.TakeInAsync(never, 2);
        var unit = await SentAsync(days: 3);
        (await workshop.FiguresAsync(unit)).ShouldNotBe(await workshop.FiguresAsync(never));

        var receipt = await WithdrawAsync(unit);

        (await workshop.FiguresAsync(unit)).ShouldBe(await workshop.FiguresAsync(never));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
        receipt!.Outcome.ShouldBe(Outcome.Withdrawn);
        (await workshop.ReceiptAsync(unit, Wrong)).ShouldContain("\"outcome\":\"withdrawn\"");
        var page = ReceiptPage.Write(receipt);
        page.ShouldContain("↶ Đã rút");
        page.ShouldContain("Lý do: nhầm đơn vị.");
        (await workshop.SnapshotAsync(unit)).ShouldContain(row =>
            row.Contains("Outcome=withdrawn", StringComparison.Ordinal)
            && row.Contains("WithdrawnReason=nhầm đơn vị", StringComparison.Ordinal)
            && row.Contains("Size=", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_unit_that_had_nothing_else_has_no_rows_left()
    {
        var unit = await workshop.NewUnitAsync();
        await workshop.PutAsync(unit, Wrong, Content(2), Desk.Evening(Monday.AddDays(2)));
        await workshop.TakeInAsync(unit, 1);

        await WithdrawAsync(unit);

        (await workshop.FiguresAsync(unit)).ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawing_it_twice_changes_nothing()
    {
        var unit = await SentAsync(days: 3);
        await WithdrawAsync(unit);
        var once = await EverythingAsync(unit);

        (await WithdrawAsync(unit))!.Message.ShouldContain("đã được rút");

        (await EverythingAsync(unit)).ShouldBe(once);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_redelivered_event_brings_nothing_back(bool ledgerIsLost)
    {
        var unit = await SentAsync(days: 3);
        await WithdrawAsync(unit);
        var figures = await workshop.FiguresAsync(unit);
        await workshop.DeleteAsync(StoredNames.Receipts, Paths.Receipt(unit, Wrong));
        if (ledgerIsLost)
            await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(unit));

        await workshop.TakeInAsync(unit, 3);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.ReceiptAsync(unit, Wrong)).ShouldContain("Lý do: nhầm đơn vị.");
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_sent_again_later_counts_anew()
    {
        var unit = await SentAsync(days: 3);
        var before = await workshop.FiguresAsync(unit);
        await WithdrawAsync(unit);
        var again = new IngestFile(unit, Wrong, () => new MemoryStream(Content(2)), Desk.Evening(Monday.AddDays(3)));
        var receipts = new List<Receipt>();

        await workshop.Get<IngestFiles>().IngestAsync([again], receipts.Add, default);

        receipts.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Accepted);
        (await workshop.FiguresAsync(unit)).ShouldBe(before);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_quarantined_upload_only_the_receipt_changes()
    {
        var unit = await SentAsync(days: 2);
        await workshop.PutAsync(
            unit,
            Wrong,
            "không;phải;bảng\r\n1;2;3\r\n"u8.ToArray(),
            Desk.Evening(Monday.AddDays(2))
        );
        await workshop.TakeInAsync(unit, 3);
        var (figures, ledger) = (
            await workshop.FiguresAsync(unit),
            await workshop.BlobsAsync(StoredNames.Ledger, unit)
        );

        (await WithdrawAsync(unit))!.Outcome.ShouldBe(Outcome.Withdrawn);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.BlobsAsync(StoredNames.Ledger, unit)).ShouldBe(ledger);
        (await workshop.ReceiptAsync(unit, Wrong)).ShouldContain("\"outcome\":\"withdrawn\"");
    }

    [Fact]
    public async Task A_copy_under_another_name_stays_counted_and_the_message_says_so()
    {
        var unit = await SentAsync(days: 3);
        var copy = $"ban-sao-{Monday.AddDays(2):yyyy-MM-dd}.csv";
        await workshop.PutAsync(unit, copy, Content(2), Desk.Evening(Monday.AddDays(3)));
        await workshop.TakeInAsync(unit, 4);
        (await workshop.ReceiptAsync(unit, copy)).ShouldContain("\"outcome\":\"duplicate\"");
        var figures = await workshop.FiguresAsync(unit);

        (await WithdrawAsync(unit))!.Message.ShouldContain("Một tệp khác có cùng nội dung");

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_known_of_a_file_that_never_came() =>
        (await WithdrawAsync(await workshop.NewUnitAsync())).ShouldBeNull();

    private Task<Receipt?> WithdrawAsync(string unit) =>
        workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Wrong, "nhầm đơn vị", default);

    private async Task<string> SentAsync(int days)
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, days);
        await workshop.TakeInAsync(unit, days);
        return unit;
    }

    private async Task PutAsync(string unit, int days)
    {
        for (var day = 0; day < days; day++)
            await workshop.PutAsync(
                unit,
                Desk.File(Monday.AddDays(day)),
                Content(day),
                Desk.Evening(Monday.AddDays(day))
            );
    }

    /// <summary>Two new dossiers a day; another channel for one of the day before.</summary>
    private static byte[] Content(int day) =>
        Desk.Csv(
            Desk.Line(Monday.AddDays(day), 1, "Trực tiếp"),
            Desk.Line(Monday.AddDays(day), 2, "Trực tuyến"),
            Desk.Line(Monday.AddDays(day - 1), 1, "Bưu chính công ích")
        );

    private async Task<IReadOnlyList<string>> EverythingAsync(string unit) =>
        [
            .. await workshop.SnapshotAsync(unit),
            .. await workshop.BlobsAsync(StoredNames.Ledger, unit),
            .. await workshop.BlobsAsync(StoredNames.Journal, unit),
            .. await workshop.BlobsAsync(StoredNames.Receipts, unit),
        ];
}
