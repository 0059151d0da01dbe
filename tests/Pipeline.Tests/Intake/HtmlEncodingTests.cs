using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlEncodingTests
{
    private static readonly Encoding Vietnamese = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
    private static readonly string Page = HtmlPages.Table(HtmlPages.Dossier);

    public static TheoryData<string> Declarations =>
        [
            "",
            "<meta charset=utf-8>",
            "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">",
            "<meta charset=\"windows-1258\">",
            "<meta charset='iso-8859-1'>",
            "<meta charset=utf-16>",
            "<meta charset=x-user-defined>",
        ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Bytes_that_are_UTF_8_are_UTF_8_whatever_is_declared(string declaration)
    {
        var reading = HtmlPages.Read(new UTF8Encoding(false), declaration + Page);
        reading.OnlyRow().Field.ShouldBe("Hộ tịch");
        reading.Format.ShouldStartWith("HTML, UTF-8, ");
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_mark_or_zero_bytes_tell_UTF_16(string declaration)
    {
        foreach (var isBigEndian in new[] { false, true })
        {
            foreach (var hasMark in new[] { false, true })
                HtmlPages.Read(new UnicodeEncoding(isBigEndian, hasMark), declaration + Page).OnlyRow();
        }
    }

    [Fact]
    public void A_mark_is_named() =>
        HtmlPages.Read(new UTF8Encoding(true), Page).Format.ShouldStartWith("HTML, UTF-8 (BOM), ");

    [Theory]
    [InlineData("<meta charset=windows-1258>")]
    [InlineData("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=Windows-1258\">")]
    public void Windows_1258_is_read_where_it_is_declared(string declaration)
    {
        // Base letters with the marks that Windows-1258 has: circumflex and horn precomposed, tones combining.
        var page = declaration + Tones(Page);
        var reading = AnExport.Read(Vietnamese.GetBytes(page), HtmlPages.File);
        reading.OnlyRow().Field.ShouldBe("Hộ tịch");
        reading.Format.ShouldStartWith("HTML, Windows-1258, ");
    }

    [Fact]
    public void Latin_bytes_with_references_are_read_as_they_stand()
    {
        var page = Encoding.Latin1.GetBytes(
            "<meta charset=utf-8><p>é</p>" + string.Concat(Page.Select(c => c < 256 ? $"{c}" : $"&#{(int)c};"))
        );
        var reading = AnExport.Read(page, HtmlPages.File);
        reading.OnlyRow().Field.ShouldBe("Hộ tịch");
        reading.Format.ShouldStartWith("Windows-1252, HTML, ");
    }

    [Fact]
    public void Bytes_of_another_encoding_wait_in_quarantine() =>
        AnExport
            .Read([.. "<table><tr><td>M"u8, 0xB7, .. " h"u8, 0xE5, .. " s</table>"u8], HtmlPages.File)
            .Outcome.ShouldBe(Outcome.Quarantined);

    /// <summary>Tone marks apart from their letters, all other marks composed.</summary>
    private static string Tones(string text)
    {
        const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";
        var (letters, result) = (text.Normalize(NormalizationForm.FormD), new StringBuilder());
        for (var i = 0; i < letters.Length; i++)
        {
            var (letter, tone) = ($"{letters[i]}", "");
            for (; i + 1 < letters.Length && letters[i + 1] is >= '\u0300' and <= '\u036F'; i++)
            {
                if (ToneMarks.Contains(letters[i + 1], StringComparison.Ordinal))
                    tone = $"{letters[i + 1]}";
                else
                    letter += letters[i + 1];
            }
            result.Append(letter.Normalize(NormalizationForm.FormC)).Append(tone);
        }
        return result.ToString();
    }
}
