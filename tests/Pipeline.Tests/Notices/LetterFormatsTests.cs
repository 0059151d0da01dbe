using System.Text.RegularExpressions;
using CCHC.Pipeline.Notices;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>DOCX and HTML come from one letter and say the same.</summary>
public sealed partial class LetterFormatsTests
{
    private const string Hostile = "Xã <script>alert(\"1\")</script> & 'B' \u0001\uD800";

    [Fact]
    public void The_same_letter_gives_the_same_bytes()
    {
        LetterDocx.Write(Letter(TenShort())).ShouldBe(LetterDocx.Write(Letter(TenShort())));
        LetterHtml.Write(Letter(TenShort())).ShouldBe(LetterHtml.Write(Letter(TenShort())));
    }

    [Fact]
    public void A_hostile_name_stays_text_in_the_preview()
    {
        var html = LetterHtml.Write(Letter(TenShort(Hostile)));
        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;B&#39;");
    }

    [Fact]
    public void A_hostile_name_stays_text_in_the_document() =>
        new WordPage(TenShort(Hostile)).Words.ShouldContain("UBND xã <script>alert(\"1\")</script> & 'B' ");

    [Fact]
    public void The_preview_is_one_page_without_scripts_or_references()
    {
        var html = LetterHtml.Write(Letter(TenShort()));
        html.ShouldStartWith("<!DOCTYPE html>\n<html lang=\"vi\">");
        foreach (var outside in new[] { "<script", "http:", "https:", "<link", "<img", "url(", "@import", "src=" })
            html.ShouldNotContain(outside);
    }

    [Fact]
    public void The_preview_says_it_is_a_draft_outside_the_letter()
    {
        var html = LetterHtml.Write(Letter(TenShort()));
        var (banner, letter) = (
            html.IndexOf("BẢN DỰ THẢO", StringComparison.Ordinal),
            html.IndexOf("<main", StringComparison.Ordinal)
        );
        banner.ShouldBeInRange(0, letter);
        html[letter..].ShouldNotContain("DỰ THẢO");
        new WordPage(TenShort()).Words.ShouldNotContain("DỰ THẢO");
    }

    [Fact]
    public void Preview_and_document_have_the_same_words()
    {
        foreach (var unit in new[] { TenShort(), WithoutChannels() })
        {
            var html = LetterHtml.Write(Letter(unit));
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
            Squeeze(Tag().Replace(main, "\n")).ShouldBe(Squeeze(new WordPage(unit).Words));
        }
    }

    private static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    private static Letter Letter(Pipeline.Review.ReviewedUnit unit) =>
        NoticeText.Compose(unit, Authority.On(unit.ReviewedOn));

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
