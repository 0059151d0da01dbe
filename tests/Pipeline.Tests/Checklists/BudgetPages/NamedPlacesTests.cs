using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Tests.Checklists.BudgetPages;

/// <summary>A title that names another unit than the one whose page it is proves nothing of it.</summary>
public sealed class NamedPlacesTests
{
    [Theory]
    [InlineData("Xã Tịnh Thới", "Công khai ngân sách xã năm 2022")]
    [InlineData("Xã Tịnh Thới", "UBND xã Tịnh Thới công khai ngân sách năm 2022")]
    [InlineData("Xã Tịnh Thới", "Năm 2022: công khai ngân sách xã Tịnh Thới")]
    [InlineData("Xã Tịnh Thới", "Công khai ngân sách xã Tịnh Thới tỉnh Đồng Tháp 2022")]
    [InlineData("Xã Tịnh Thới", "CÔNG KHAI NGÂN SÁCH XÃ TỊNH THỚI 6 THÁNG ĐẦU NĂM 2022")]
    [InlineData("Phường 3", "Công khai ngân sách Phường 3 năm 2022")]
    [InlineData("Xã Tịnh Thới", "Công khai ngân sách địa phương năm 2022")]
    [InlineData("Xã Tịnh Thới", "Công khai ngân sách xã (biểu 113) năm 2022")]
    public void Its_own_name_and_no_name_are_no_others(string unit, string title) =>
        Of(unit, title).ShouldBe(PageStatus.Published);

    [Theory]
    [InlineData("Xã Tịnh Thới", "UBND xã Tân Hồng công khai ngân sách năm 2022")]
    [InlineData("Xã Tịnh Thới", "Thị trấn Chợ Vàm công khai ngân sách năm 2022")]
    [InlineData("Xã Tịnh Thới", "Xã Năm Căn công khai ngân sách năm 2022")]
    [InlineData("Xã Tân Hồng", "Xã Tịnh Thới công khai ngân sách năm 2022")]
    [InlineData("Xã Tịnh Thới", "Công khai ngân sách xã Tịnh Thới Đông năm 2022")]
    [InlineData("Xã Thường Phước", "Công khai ngân sách xã Thường Phước 1 năm 2022")]
    [InlineData("Xã Thường Phước 1", "Công khai ngân sách xã Thường Phước năm 2022")]
    [InlineData("Xã Long Khánh", "Công khai ngân sách xã Long Khánh A năm 2022")]
    [InlineData("Phường 3", "Công khai ngân sách Phường 13 năm 2022")]
    [InlineData("", "UBND xã Tân Hồng công khai ngân sách năm 2022")]
    public void Whatever_else_follows_is_anothers(string unit, string title) =>
        Of(unit, title).ShouldBe(PageStatus.Unreadable);

    private static PageStatus Of(string unit, string title)
    {
        var page = Encoding.UTF8.GetBytes($"<p><a href=/a.pdf>{title}</a></p>");
        var answer = new WebAnswer(200, new("http://xa.test/ns"), page, "text/html", "utf-8");
        return PageReading.Of("http://xa.test/ns", new(2022, 3, 1), 2022, unit, WebOutcome.Of(answer)).Status;
    }
}
