using System.Text.RegularExpressions;
using CCHC.Pipeline.Notices;
using static CCHC.Pipeline.Tests.Notices.SomeReview;
using static CCHC.Pipeline.Tests.Notices.WordPage;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Number, day, signature and name are given by people at signing.</summary>
public sealed partial class BlanksTests
{
    [Fact]
    public void No_number_is_invented() => new WordPage(TenShort()).Words.ShouldContain("Số:        /UBND-HC\n");

    [Fact]
    public void No_day_of_issue_is_invented_and_month_and_year_are_the_reviews()
    {
        new WordPage(TenShort()).Words.ShouldContain("Hồng Ngự, ngày      tháng 3 năm 2022\n");
        var january = TenShort() with { ReviewedOn = new DateOnly(2023, 1, 5) };
        new WordPage(january).Words.ShouldContain("Hồng Ngự, ngày      tháng 01 năm 2023\n");
    }

    [Fact]
    public void No_day_but_the_periods_is_named_anywhere() =>
        FullDay()
            .Matches(new WordPage(TenShort()).Words)
            .Select(match => match.Value)
            .Distinct()
            .ShouldBe(["ngày 15 tháng 12 năm 2021", "ngày 14 tháng 3 năm 2022"], ignoreOrder: true);

    [Fact]
    public void The_line_of_the_name_is_blank_bold_and_below_room_for_a_signature()
    {
        var name = new WordPage(TenShort()).Paragraph("CHỦ TỊCH").ElementsAfterSelf(W + "p").Single();
        Text(name).ShouldBeEmpty();
        Number(name, "sz", "val").ShouldBe(28);
        name.Descendants(W + "b").ShouldNotBeEmpty();
        // Room of about 3 cm.
        Number(name, "spacing", "before").ShouldBe(1680);
    }

    [Fact]
    public void A_collective_signer_has_two_lines()
    {
        var authority = Authority.On(LastDay) with { SignerForm = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] };
        var page = new WordPage(NoticeText.Compose(TenShort(), authority));
        Look(page.Paragraph("TM. ỦY BAN NHÂN DÂN")).ShouldBe("14 bold");
        Look(page.Paragraph("CHỦ TỊCH")).ShouldBe("14 bold");
    }

    [Fact]
    public void The_letter_ends_in_its_closing_mark()
    {
        foreach (var unit in new[] { TenShort(), WithoutChannels() })
            NoticeText.Compose(unit, Authority.On(LastDay)).Closing.ShouldEndWith("./.");
    }

    [GeneratedRegex("ngày +[0-9]+ tháng +[0-9]+ năm +[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex FullDay();
}
