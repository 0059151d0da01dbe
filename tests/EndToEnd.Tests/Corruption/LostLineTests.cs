using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A line of a checklist that was lost is no unit's "not looked at" (design.md §4, law 2b).</summary>
public sealed class LostLineTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string Unit = "29956";
    private const string Quarter = "2022-Q1";
    private const string Row = $"{Unit}-printers";

    /// <summary>Nobody's printer: one is asked for.</summary>
    private const string Checklist =
        $"Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n{Quarter},{Unit},printers,0,,\n";

    [Fact]
    public async Task It_is_judged_by_its_checklist_and_never_corrected_by_its_loss()
    {
        await File.UploadAsync(BinaryData.FromString(Checklist));
        await shop.Get<SweepChecklists>().SweepAsync(default);
        await LoseAsync();

        await shop.ReviewAsync(Quarter);

        var units = (await shop.Get<RegisterStore>().ReadAsync(default)).Units;
        var frozen = await shop.Get<ReviewTable>().ListAsync(Quarters.Quarter(Quarter), units, default);
        frozen.ById[Unit].Inspected.Single(each => each.Criterion.Id == "printers").Verdict.ShouldBe(Verdict.Below);

        await LoseAsync();
        var healed = await CorrectAsync();
        healed.Units.ShouldBeEmpty();
        healed.Unread.ShouldBeEmpty();

        await LoseAsync();
        await File.DeleteAsync();
        var gone = await CorrectAsync();
        gone.Units.ShouldBeEmpty();
        gone.Unread.ShouldHaveSingleItem()
            .ToString()
            .ShouldStartWith($"{Unit}: Checklists/{Quarter}/{Row}: dòng này đã mất");
    }

    private Azure.Storage.Blobs.BlobClient File =>
        shop.Get<Store>().Container(StoredNames.Checklists).GetBlobClient("phiếu.csv");

    private async Task LoseAsync() => await shop.Table(StoredNames.ChecklistsTable).DeleteEntityAsync(Quarter, Row);

    private async Task<Pipeline.Review.Corrections.FoundCorrections> CorrectAsync() =>
        (await shop.Get<WriteCorrections>().WriteAsync(Quarters.Quarter(Quarter), default))!;
}
