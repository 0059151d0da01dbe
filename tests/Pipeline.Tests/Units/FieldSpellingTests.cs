using CCHC.Pipeline.Tests.Samples;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

/// <summary>What desks write for a field (tests/Samples/field-spellings.txt), and whom they may not be taken for.</summary>
public sealed class FieldSpellingTests
{
    private static readonly (string Id, string Text)[] Spellings =
    [
        .. File.ReadAllLines(SampleFolder.At("field-spellings.txt"))
            .Select(line => line.Split(": ", 2))
            .SelectMany(line => line[1].Split(" | ").Select(text => (line[0], text))),
    ];

    [Fact]
    public void Each_of_them_is_its_field()
    {
        Spellings.Length.ShouldBeGreaterThanOrEqualTo(300);
        Spellings
            .Select(spelling => (spelling.Text, spelling.Id, Found: FieldList.Shipped.Find(spelling.Text)?.Id))
            .Where(spelling => spelling.Found != spelling.Id)
            .ShouldBeEmpty();
    }

    /// <summary>Marks tell them apart; "Trẻ Em" could be nobody.</summary>
    [Theory]
    [InlineData("Hải Quân")]
    [InlineData("Hồ Tịch")]
    [InlineData("Chung Thực")]
    [InlineData("Thi Đua")]
    [InlineData("Thanh Trà")]
    [InlineData("Gia Định")]
    [InlineData("Quốc Phong")]
    [InlineData("Công Thưởng")]
    [InlineData("Tiến Lương")]
    [InlineData("Hới")]
    [InlineData("Diễn")]
    [InlineData("Thuê")]
    [InlineData("Thúy")]
    [InlineData("Thuý")]
    [InlineData("Thủy San")]
    [InlineData("Văn Hòa")]
    [InlineData("Khắc")]
    [InlineData("anh Hải Quân (cấp xã)")]
    [InlineData("LV Hải Quân")]
    [InlineData("01. Thanh Trà")]
    [InlineData("Hộ tịch Xã Lộ")]
    [InlineData("Thuy")]
    [InlineData("Khai sinh cho cháu Minh")]
    [InlineData("Chứng thực 0918223344")]
    [InlineData("0912 345 672 Hộ tịch")]
    [InlineData("Bảo trợ xã hội (ông Danh Út)")]
    [InlineData("Người có công (Danh Út)")]
    [InlineData("Chứng thực (T.T.H)")]
    [InlineData("Danh Út (Hộ tịch)")]
    [InlineData("a) Danh Út")]
    [InlineData("Lĩnh vực Đất đai của bà Năm Thẹo")]
    [InlineData("Hộ tịch - Đất đai - Lê Thị Mỵ")]
    [InlineData("Hộ tịch, Chứng thực, 0918223344")]
    [InlineData("0918223344 - Hộ tịch - Chứng thực")]
    [InlineData("Đất đai, Hải Quân")]
    [InlineData("Hộ tịch; N.T.Hoa")]
    [InlineData("Lĩnh vực")]
    [InlineData("01.")]
    [InlineData("cấp xã")]
    [InlineData("và")]
    public void Somebody_else_is_none(string text) => FieldList.Shipped.Find(text).ShouldBeNull();

    [Fact]
    public void A_spelling_belongs_to_one_field_whatever_its_marks() =>
        FieldList.Shipped.OwnerOf("Hài quan")?.Id.ShouldBe("hai-quan");
}
