using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A line that is put back from its checklist lacks what its page said: no unit is corrected by that.</summary>
public sealed class OutstandingPageTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string Unit = "29956";
    private const string Quarter = "2022-Q1";
    private const string Row = $"{Unit}-budget-page";
    private const string Address = "https://xa.hongngu.example/ngan-sach";

    [Fact]
    public async Task It_waits_for_its_page_by_name_and_is_no_correction()
    {
        await SendAsync($"{Quarter},{Unit},budget-page,{Address},,");
        await CheckAsync(PageStatus.Published);
        await shop.ReviewAsync(Quarter);
        (await CorrectAsync()).Unread.ShouldBeEmpty();
        await shop.Table(StoredNames.ChecklistsTable).DeleteEntityAsync(Quarter, Row);

        await shop.Get<LookAtRows>().LookAsync(default);

        (await PutBackAsync()).Page.ShouldBeNull("only the page itself says it");
        await WaitsAsync();
        await CheckAsync(PageStatus.Unreachable);
        await WaitsAsync();
        await CheckAsync(PageStatus.Published);
        (await shop.PlacesAsync()).ShouldBeEmpty();
        var settled = await CorrectAsync();
        settled.Units.ShouldBeEmpty();
        settled.Unread.ShouldBeEmpty();
    }

    private async Task WaitsAsync()
    {
        const string place = $"Checklists/{Quarter}/{Row}";
        var named = await shop.Get<HealthCheck>().DamagesAsync(default);
        named.ShouldHaveSingleItem().ToString().ShouldContain($"check-pages {Quarter}");
        (await shop.PlacesAsync()).ShouldBe([place]);
        var found = await CorrectAsync();
        found.Units.ShouldBeEmpty();
        found.Unread.ShouldHaveSingleItem().ToString().ShouldStartWith($"{Unit}: {place}: chưa kiểm tra lại trang");
    }

    private async Task SendAsync(string line)
    {
        await shop.Get<Store>()
            .Container(StoredNames.Checklists)
            .GetBlobClient("phiếu.csv")
            .UploadAsync(BinaryData.FromString($"Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n{line}\n"));
        await shop.Get<SweepChecklists>().SweepAsync(default);
    }

    private async Task CheckAsync(PageStatus status)
    {
        var check = new PageCheck(Address, new DateOnly(2022, 3, 7), status, null, "");
        await shop.Get<ChecklistTable>().SavePageCheckAsync(await PutBackAsync(), check, default);
    }

    private async Task<ChecklistLine> PutBackAsync() =>
        (await shop.Get<ChecklistTable>().ListAsync(Quarter, default)).ShouldHaveSingleItem();

    private async Task<Pipeline.Review.Corrections.FoundCorrections> CorrectAsync() =>
        (await shop.Get<WriteCorrections>().WriteAsync(Quarters.Quarter(Quarter), default))!;
}
