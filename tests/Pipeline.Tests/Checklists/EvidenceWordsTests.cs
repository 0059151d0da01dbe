using CCHC.Pipeline.Tests.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>What no shape of a name could tell: evidence has known words only (design.md §4, law 8).</summary>
public class EvidenceWordsTests
{
    [Theory]
    [InlineData("Danh Sóc Kha nhận")]
    [InlineData("Lò Văn Páo")]
    [InlineData("Thạch Sa Rết")]
    [InlineData("quầy số 2: Kim Thị Xà Phượng")]
    [InlineData("H'Bia Niê hướng dẫn")]
    [InlineData("Y Thoại Byă")]
    [InlineData("thôn trưởng Y Bhiăn")]
    [InlineData("N.V.Tuất xác nhận")]
    [InlineData("Ng. Th. Hường")]
    [InlineData("do Hường phụ trách")]
    [InlineData("chị ấy tên là Mùi")]
    [InlineData("sinh năm 1955")]
    [InlineData("nhiễm HIV")]
    [InlineData("Zalo: ngocdiem88")]
    [InlineData("Trang nhận hồ sơ")]
    [InlineData("Công, Thông, Thanh hướng dẫn")]
    [InlineData("Long Thuận xác nhận")]
    [InlineData("báo cáo 12/HƯỜNG")]
    [InlineData("12/Nguyễn.Văn.Thử")]
    [InlineData("biên bản, Thư lưu")]
    [InlineData("Nông Thị Dấu nhận máy in")]
    [InlineData("Ma Seo Dấu")]
    [InlineData("Sơn Thị Sa Mết hướng dẫn")]
    [InlineData("Nay H'Lúi")]
    [InlineData("Ksor Dấu xác nhận")]
    [InlineData("báo cáo của Quý")]
    [InlineData("H-ư-ờ-n-g")]
    [InlineData("cán bộ bị tâm thần")]
    [InlineData("người dân khuyết tật")]
    [InlineData("công chức mắc lao phổi")]
    [InlineData("máy in ធារា")]
    [InlineData("số 0912/345/678")]
    [InlineData("hotline 091,234,5678")]
    [InlineData("trụ sở UBND xã, ấp Trung")]
    public void Any_other_word_is_refused_with_what_is_allowed(string evidence)
    {
        var reading = SomeChecklist.ReadLine("printers", "2", evidence: evidence);

        reading.Kept.ShouldBeEmpty();
        var fault = reading.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("evidence-personal");
        fault.Message.ShouldContain(
            "Chỉ ghi số, ngày của văn bản, địa chỉ trang và từ ngữ thông thường; không ghi tên người, địa danh"
        );
        $"{fault.Message} {fault.Found} {reading.Message}".ShouldNotContain(evidence);
    }

    [Theory]
    [InlineData("Trang Thông Tin", true)]
    [InlineData("TRỤ SỞ XÃ, năm 2022; TRANG THÔNG TIN (3)", true)]
    [InlineData("Trang", false)]
    [InlineData("trang, thông tin", false)]
    [InlineData("thông tin trang", false)]
    [InlineData("Năm", false)]
    [InlineData("biên bản 123456", false)]
    [InlineData("bien ban", false)]
    [InlineData("biên bản ♥", false)]
    [InlineData("biên bản \U0001D407", false)]
    public void Phrases_cover_all_of_it(string evidence, bool isKept) => IsKept(evidence).ShouldBe(isKept);

    [Fact]
    public void No_name_is_a_word_of_its_own() => SomeNames.Words.Where(IsKept).ShouldBeEmpty();

    [Fact]
    public void The_list_is_in_small_letters_and_says_nothing_twice()
    {
        var phrases = Shipped
            .Read("evidence_words.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToList();
        phrases.ShouldBeUnique();
        phrases.ShouldAllBe(phrase => !phrase.Any(char.IsUpper));
    }

    private static bool IsKept(string evidence) =>
        SomeChecklist.ReadLine("printers", "2", evidence: evidence).Kept.Count == 1;
}
