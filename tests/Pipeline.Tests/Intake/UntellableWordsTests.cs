using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>What stands on many rows may be somebody still: a text of other words is told by its shape (law 8).</summary>
public class UntellableWordsTests
{
    [Theory]
    [InlineData("chuyển cô Hạnh địa chính")]
    [InlineData("Hoa nộp giúp")]
    [InlineData("gửi Trang ở bưu điện")]
    [InlineData("nhiễm HIV")]
    [InlineData("bệnh nhân tâm thần")]
    [InlineData("con ngoài giá thú")]
    [InlineData("án treo")]
    [InlineData("trang nộp trực tiếp")]
    [InlineData("chờ công ký")]
    [InlineData("nộp qua hòa")]
    [InlineData("thanh toàn")]
    [InlineData("danh sóc kha nhận")]
    [InlineData("thạch sa rết")]
    [InlineData("chuyển lò văn páo")]
    [InlineData("nông thị dấu nộp")]
    [InlineData("ma seo dấu")]
    [InlineData("h'bia niê")]
    [InlineData("y thoại byă nộp")]
    [InlineData("gửi n.v.tuất")]
    [InlineData("đang chữa lao phổi")]
    [InlineData("chờ giám định khuyết tật")]
    [InlineData("hồ sơ ung thư")]
    [InlineData("người nghèo")]
    [InlineData("đạo hòa hảo")]
    [InlineData("nộp cho mẹ")]
    [InlineData("đã chết")]
    [InlineData("hộ cận nghèo chờ xử lý")]
    [InlineData("hoa nop giup")]
    public void A_text_of_other_words_is_told_by_its_shape(string text)
    {
        foreach (var column in new[] { "Trạng thái", "Hình thức nộp" })
        {
            var reading = UnknownWordsTests.Read(column, Enumerable.Repeat(text, 9));
            reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.UnknownWords);
            reading.Faults.Concat(reading.Warnings).ShouldAllBe(one => !$"{one.Message} {one.Found}".Contains(text));
        }
    }

    [Theory]
    [InlineData("Chờ bưu điện chuyển")]
    [InlineData("Nộp tại bộ phận một cửa")]
    [InlineData("Cổng dịch vụ công tỉnh")]
    [InlineData("Đã trình lãnh đạo UBND")]
    [InlineData("Quá hạn bổ sung hồ sơ")]
    [InlineData("HỒ SƠ LƯU KHO")]
    [InlineData("Đang thẩm tra, xác minh")]
    public void A_text_of_the_words_of_such_columns_is_told(string text) =>
        UnknownWordsTests
            .Read("Hình thức nộp", [text, text, text])
            .Warning(FaultCodes.UnknownWords)
            .Message.ShouldContain($"\"{text}\" (3 dòng)");

    [Fact]
    public void No_name_is_a_word_of_its_own() =>
        SomeNames
            .Words.Where(name =>
                UnknownWordsTests
                    .Read("Hình thức nộp", [$"{name} nộp", $"{name} nộp", $"{name} nộp"])
                    .Warnings.Any(warning => warning.Code == FaultCodes.UnknownWords)
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_list_is_in_small_letters_and_says_nothing_twice()
    {
        var phrases = Shipped
            .Read("value_words.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToList();
        phrases.ShouldBeUnique();
        phrases.ShouldAllBe(phrase => !phrase.Any(char.IsUpper));
    }
}
