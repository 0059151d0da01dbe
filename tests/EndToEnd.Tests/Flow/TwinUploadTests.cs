using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>
/// One content under two names, sent at one moment: one entry in the journal. A receipt that says "accepted" is true,
/// whichever of the two was withdrawn.
/// </summary>
public class TwinUploadTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly string One = Desk.File(Monday);
    private static readonly string Other = $"ban-sao-{Monday:yyyy-MM-dd}.csv";

    public static TheoryData<string, string> Orders => new() { { One, Other }, { Other, One } };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Withdrawing_one_of_twins_leaves_the_other_counted_and_the_last_takes_the_rows_out(
        string first,
        string last
    )
    {
        var unit = await SentAsync();
        var figures = await workshop.FiguresAsync(unit);

        var receipt = await WithdrawAsync(unit, first);

        receipt.Outcome.ShouldBe(Outcome.Withdrawn);
        receipt.Message.ShouldContain("Một tệp khác có cùng nội dung");
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.ReceiptAsync(unit, last)).ShouldNotContain("withdrawn");
        (await WithdrawAsync(unit, first)).Message.ShouldBe(receipt.Message);
        (await workshop.VerifyAsync()).ShouldBeEmpty();

        (await WithdrawAsync(unit, last)).Message.ShouldNotContain("Một tệp khác");

        (await workshop.FiguresAsync(unit)).ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_twin_that_waits_for_its_take_in_counts_when_it_comes()
    {
        var unit = await PutAsync();
        await workshop.Get<TakeInExports>().TakeInAsync($"{unit}/{One}", default);
        var figures = await workshop.FiguresAsync(unit);

        await WithdrawAsync(unit, One);
        await workshop.TakeInAsync(unit, 2);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.ReceiptAsync(unit, Other)).ShouldContain("\"outcome\":\"accepted\"");
    }

    [Fact]
    public async Task A_twin_whose_upload_is_deleted_still_counts_by_its_receipt()
    {
        var unit = await SentAsync();
        var figures = await workshop.FiguresAsync(unit);
        await workshop.DeleteAsync(StoredNames.Exports, Paths.Export(unit, Other));

        await WithdrawAsync(unit, One);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
    }

    [Fact]
    public async Task Both_withdrawn_at_once_leave_nothing_counted()
    {
        for (var round = 0; round < 10; round++)
        {
            var unit = await SentAsync();

            await Task.WhenAll(WithdrawAsync(unit, One), WithdrawAsync(unit, Other));

            (await workshop.FiguresAsync(unit)).ShouldBeEmpty();
            foreach (var file in (string[])[One, Other])
                (await workshop.ReceiptAsync(unit, file)).ShouldContain("\"outcome\":\"withdrawn\"");
        }
    }

    [Fact]
    public async Task Both_withdrawn_and_both_dead_at_any_request_the_sweep_finishes_it()
    {
        for (var survives = 0; ; survives++)
        {
            var unit = await SentAsync();
            var figures = await workshop.FiguresAsync(unit);
            var died = await DieAsync(unit, One, survives);
            await DieAsync(unit, Other, survives);

            await workshop.FinishLaterAsync();

            var receipts = await Task.WhenAll(new[] { One, Other }.Select(file => workshop.ReceiptAsync(unit, file)));
            var left = receipts.Count(receipt =>
                !receipt.Contains("\"outcome\":\"withdrawn\"", StringComparison.Ordinal)
            );
            (await workshop.FiguresAsync(unit)).ShouldBe(left == 0 ? [] : figures, $"died after {survives} requests");
            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_twins_again_adds_no_readings()
    {
        var unit = await SentAsync();
        var journal = await workshop.BlobsAsync(StoredNames.Journal, unit);

        await workshop.Get<RetakeUploads>().RetakeAsync(unit, default);

        (await workshop.BlobsAsync(StoredNames.Journal, unit)).ShouldBe(journal);
    }

    private Task<bool> DieAsync(string unit, string file, int survives) =>
        workshop.DieAsync(
            survives,
            doomed => doomed.GetRequiredService<WithdrawUpload>().WithdrawAsync(unit, file, "nhầm tệp", default)
        );

    private async Task<Receipt> WithdrawAsync(string unit, string file) =>
        (await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, file, "nhầm tệp", default))!;

    private async Task<string> SentAsync()
    {
        var unit = await PutAsync();
        await workshop.TakeInAsync(unit, 2);
        return unit;
    }

    private async Task<string> PutAsync()
    {
        var unit = await workshop.NewUnitAsync();
        var content = Desk.Csv(Desk.Line(Monday, 1, "Trực tiếp"), Desk.Line(Monday, 2, "Trực tuyến"));
        foreach (var file in (string[])[One, Other])
            await workshop.PutAsync(unit, file, content, Desk.Evening(Monday));
        return unit;
    }
}
