using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Tests.Notices;

public sealed class AuthorityTests
{
    private const string Valid =
        """{"issuer":["SỞ NỘI VỤ"],"symbol":"SNV-CCHC","place":"Đồng Tháp","head":"Giám đốc Sở Nội vụ","headShort":"Giám đốc","signerForm":["GIÁM ĐỐC"],"followUpOffice":"Phòng CCHC","copiesTo":["Lưu: VT"]}""";

    [Fact]
    public void The_district_issues_until_June_2025_and_the_province_since()
    {
        Authority.On(new DateOnly(2025, 6, 30)).Symbol.ShouldBe("UBND-HC");
        Authority.On(new DateOnly(2025, 7, 1)).Issuer[1].ShouldBe("TỈNH ĐỒNG THÁP");
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var authority = Authorities.Parse($"[{Valid}]").On(new DateOnly(2026, 1, 1));
        authority.CorrectionWorkingDays.ShouldBe(15);
        authority.Superior.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[", "không đọc được")]
    [InlineData("""[{"issuer":["SỞ NỘI VỤ"]}]""", "không đọc được")]
    [InlineData("[VALID,VALID]", "cùng hiệu lực")]
    public void A_faulty_list_is_refused_in_words_staff_understand(string json, string why) =>
        Should
            .Throw<InvalidDataException>(() =>
                Authorities.Parse(json.Replace("VALID", Valid, StringComparison.Ordinal))
            )
            .Message.ShouldContain(why);

    [Theory]
    [InlineData("\"place\":\"Đồng Tháp\"", "\"place\":\" \"", "thiếu place")]
    [InlineData("\"copiesTo\":", "\"dataWorkingDays\":0,\"copiesTo\":", "1 ngày làm việc")]
    [InlineData(
        "\"copiesTo\":",
        "\"validFrom\":\"2026-01-02\",\"validTo\":\"2026-01-01\",\"copiesTo\":",
        "validFrom sau"
    )]
    [InlineData("\"symbol\":", "\"simbol\":1,\"symbol\":", "không đọc được")]
    public void A_faulty_entry_is_refused_in_words_staff_understand(string part, string instead, string why) =>
        Should
            .Throw<InvalidDataException>(() =>
                Authorities.Parse($"[{Valid.Replace(part, instead, StringComparison.Ordinal)}]")
            )
            .Message.ShouldContain(why);

    [Fact]
    public void A_day_without_an_authority_is_an_error() =>
        Should
            .Throw<InvalidDataException>(() => Authorities.Parse("[]").On(new DateOnly(2022, 3, 25)))
            .Message.ShouldContain("25/03/2022");
}
