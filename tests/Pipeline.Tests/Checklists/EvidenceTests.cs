using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>Evidence names documents, never people (domain.md §8). All names and numbers here are invented.</summary>
public class EvidenceTests
{
    [Theory]
    [InlineData("Kế hoạch số 05/KH-UBND ngày 20/01/2022")]
    [InlineData("Số 12/2022/QĐ-UBND ngày 05-01-2022")]
    [InlineData("389/UBND-HC")]
    [InlineData("Biên bản kiểm tra ngày 10 tháng 3 năm 2022")]
    [InlineData("https://xa.example.vn")]
    [InlineData("03 bài trên Trang thông tin điện tử; 02 lượt phát thanh")]
    [InlineData("nhà văn hóa ấp 1")]
    [InlineData("Nhà văn hoá khóm 3, niêm yết ngày 05/01/2022")]
    [InlineData("Trụ sở ấp 2; Hội trường khóm 4")]
    [InlineData("Niêm yết tại trụ sở các ấp")]
    [InlineData("Cụm loa truyền thanh ấp Bình Hòa")]
    [InlineData("Nhà sinh hoạt cộng đồng ấp 1A")]
    [InlineData("UBND xã Thường Phước 1 báo cáo số 12/BC-UBND")]
    [InlineData("Máy in, máy quét: 02 cái (biên bản kiểm kê ngày 05/03/2022)")]
    [InlineData("Nghị quyết 04-NQ/ĐU")]
    [InlineData("Kế hoạch cải cách hành chính năm 2022")]
    [InlineData("Sổ theo dõi tin, bài phát thanh")]
    [InlineData("Bảng phân công trực")]
    [InlineData("Báo cáo mô hình của đơn vị")]
    [InlineData("Trang thông tin điện tử của đơn vị")]
    [InlineData("Quyết định công khai ngân sách")]
    [InlineData("Tháng 01/2022, 02/2022: mỗi tháng 2 buổi phát thanh")]
    [InlineData("sổ theo dõi tin bài quý I; trang 5")]
    public void Documents_days_and_pages_are_kept(string evidence) =>
        SomeChecklist
            .ReadLine("printers", "2", evidence: evidence)
            .Kept.ShouldHaveSingleItem()
            .Evidence.ShouldBe(evidence);

    [Theory]
    [InlineData("https://xa.example.vn/tin-tuc/20220115-123456?id=7", "https://xa.example.vn/...")]
    [InlineData("https://xa.example.vn/can-bo/nguyen-van-thu", "https://xa.example.vn/...")]
    [InlineData("https://xa.example.vn#nguyen-van-thu", "https://xa.example.vn/...")]
    [InlineData("https://xa.example.vn:8080/?ten=thu", "https://xa.example.vn:8080/...")]
    [InlineData("https://xa.example.vn/...", "https://xa.example.vn/...")]
    [InlineData(
        "Biên bản kiểm kê; đường link https://xa.example.vn/a-b.html; số 05/KH-UBND",
        "Biên bản kiểm kê; đường link https://xa.example.vn/...; số 05/KH-UBND"
    )]
    public void Of_an_address_only_the_site_is_kept(string evidence, string kept) =>
        SomeChecklist.ReadLine("printers", "2", evidence: evidence).Kept.ShouldHaveSingleItem().Evidence.ShouldBe(kept);

    [Theory]
    [InlineData("Ông Nguyễn Văn Thử xác nhận")]
    [InlineData("chị Bảy phụ trách")]
    [InlineData("đ/c Hai báo cáo")]
    [InlineData("Liên hệ 0912 345 678")]
    [InlineData("CCCD 087123456789")]
    [InlineData("thu@example.vn")]
    [InlineData("Nhà ở ấp 3")]
    [InlineData("nhà văn hóa ấp Nguyễn Văn Thử")]
    [InlineData("nhà văn hóa ấp 1, nhà bà Tư ấp 2")]
    [InlineData("nhà ông Năm, ấp 1")]
    [InlineData("https://zalo.example.vn/0912345678")]
    [InlineData("https://xa.example.vn/Hường-phụ-trách")]
    public void What_could_name_a_person_is_refused_and_not_repeated(string evidence)
    {
        var reading = SomeChecklist.ReadLine("printers", "2", evidence: evidence);

        (reading.Outcome, reading.Kept.Count).ShouldBe((Outcome.Partly, 0));
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((2, "Minh chứng", "evidence-personal"));
        $"{fault.Message} {fault.Found} {reading.Message}".ShouldNotContain(evidence);
    }

    [Fact]
    public void A_whole_report_is_no_evidence() =>
        SomeChecklist
            .ReadLine("printers", "2", evidence: new string('a', 501))
            .Faults.ShouldHaveSingleItem()
            .Code.ShouldBe("evidence-long");
}
