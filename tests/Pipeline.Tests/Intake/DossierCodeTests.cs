using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class DossierCodeTests
{
    [Theory]
    [InlineData("000.19.05.H20-220310-0001")]
    [InlineData("H56-220310-0001")]
    [InlineData("H56.14-220310-0001")]
    [InlineData("H44.100-220310-12345")]
    [InlineData("G01.1.22.333-220310-0001")]
    public void Codes_of_both_styles_are_read(string code) =>
        AnExport.With(("Mã hồ sơ", code)).OnlyRow().Code.ShouldBe(code);

    [Fact]
    public void Codes_are_kept_in_upper_case_without_blanks_around() =>
        AnExport.With(("Mã hồ sơ", "  000.19.05.h20-220310-0001 ")).OnlyRow().Code.ShouldBe(AnExport.Dossier);

    [Theory]
    [InlineData("\u200B000.19.05.H20-220310-0001\uFEFF")]
    [InlineData("\u202B000.19.05.H20-220310-0001\u202C")]
    [InlineData("\u200F000.19.05.H20-220310-0001\u200E")]
    [InlineData("\u00A0000.19.05.H20-220310-0001\u00A0")]
    [InlineData("000.19.05\u200B.H20-2203\u00AD10-0001")]
    [InlineData("000.19.05.H20–220310—0001")]
    [InlineData("000.19.05.H20\u2212220310\u20110001")]
    [InlineData("'000.19.05.H20-220310-0001")]
    [InlineData("\u200B’ 000.19.05.h20-220310-0001")]
    public void What_is_not_seen_and_dashes_for_hyphens_make_no_other_code(string code) =>
        AnExport.With(("Mã hồ sơ", code)).OnlyRow().Code.ShouldBe(AnExport.Dossier);

    [Theory]
    [InlineData("000.19.05.Н20-220310-0001", "ký tự thứ 11 là chữ Cyrillic giống chữ H")]
    [InlineData("\u200B000.19.05.\u200BН20-220310-0001", "ký tự thứ 11 là chữ Cyrillic giống chữ H")]
    [InlineData("ООО.19.05.H20-220310-0001", null)]
    [InlineData("Η20-220310-0001", "ký tự thứ 1 là chữ Hy Lạp giống chữ H")]
    [InlineData("H２0-220310-0001", "ký tự thứ 2 là ký tự toàn khổ giống 2")]
    [InlineData("H20-22031٠-0001", "ký tự thứ 10 là chữ số không thuộc 0–9")]
    [InlineData("H20-220310 -0001", "ký tự thứ 11 là khoảng trắng")]
    [InlineData("H20-\u202E220310-0001", "ký tự thứ 5 là ký tự ẩn U+202E")]
    [InlineData("Nguyễn Văn Н 5", null)]
    public void A_character_that_looks_like_another_is_told_by_its_place(string code, string? told)
    {
        var message = AnExport.With(("Mã hồ sơ", code)).Fault(FaultCodes.CodeBad).Message;
        message.ShouldNotContain(code);
        if (told is null)
            message.ShouldContain("không phải là mã hồ sơ. ");
        else
            message.ShouldContain($"không phải là mã hồ sơ: {told}. ");
    }

    [Theory]
    [InlineData("000.19.05.H20-220310-001")]
    [InlineData("000.19.05.H20-22031-0001")]
    [InlineData("00.19.05.H20-220310-0001")]
    [InlineData("000.19.05.Н20-220310-0001")] // Cyrillic letter
    [InlineData("H20.1.2.3.4-220310-0001")]
    [InlineData("H20.1234-220310-0001")]
    [InlineData("H20.-220310-0001")]
    [InlineData("H20-220310~0001")]
    [InlineData("H20-٢٢٠٣١٠-0001")]
    [InlineData("220310000123")]
    public void Anything_else_is_no_code(string code) => AnExport.With(("Mã hồ sơ", code)).Fault(FaultCodes.CodeBad);

    [Theory]
    [InlineData("220310000123", true)]
    [InlineData("20220310", true)]
    [InlineData("0912345678", false)]
    [InlineData("012345678901", false)]
    public void Digits_only_where_the_source_says_so_and_never_a_telephone_number(string code, bool isCode)
    {
        var reader = new ExportReader(AnExport.Register, SourceProfile.Default with { NumericCodes = true });
        var csv = $"Mã hồ sơ\tNgày tiếp nhận\tTrạng thái\n{code}\t10/03/2022\t\n";
        var reading = reader.Read(AnExport.Upload(Encoding.UTF8.GetBytes(csv)));
        reading.Accepted.ShouldBe(isCode ? 1 : 0);
    }
}
