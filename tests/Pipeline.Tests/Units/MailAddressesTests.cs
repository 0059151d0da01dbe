using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

/// <summary>What column mail takes, and how it says no.</summary>
public class MailAddressesTests
{
    [Theory]
    [InlineData("xa@hongngu.gov.vn")]
    [InlineData("a.b+c@xa.hongngu.gov.vn; van-thu@hongngu.gov.vn ;")]
    [InlineData("")]
    public void Addresses_are_taken(string mail) =>
        Parse(mail).ShouldBe(mail.Replace(" ", "", StringComparison.Ordinal).TrimEnd(';'));

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c.vn")]
    [InlineData("a@xa.gov.vn,b@xa.gov.vn")]
    [InlineData("a@xa.gov.vn b@xa.gov.vn")]
    [InlineData("a@localhost")]
    [InlineData("x1 @xa.gov.vn")]
    [InlineData("x1@xa.gov.vn.")]
    [InlineData("x1.@xa.gov.vn")]
    [InlineData("x1(ghi chu)@xa.gov.vn")]
    [InlineData("Xa <x1@xa.gov.vn>")]
    [InlineData("xã@xa.gov.vn")]
    [InlineData("tot@xa.gov.vn;@xa.gov.vn")]
    public void What_is_no_address_is_refused_with_its_line_and_what_is_expected(string mail)
    {
        var refused = Should.Throw<InvalidDataException>(() => Parse(mail));
        refused.Message.ShouldStartWith("Dòng 2: cột mail");
        refused.Message.ShouldContain("ten@xa.gov.vn");
        refused.Message.ShouldContain("dấu chấm phẩy");
    }

    [Fact]
    public void More_than_a_mail_holds_are_refused() =>
        Should
            .Throw<InvalidDataException>(() =>
                Parse(string.Join(';', Enumerable.Range(1, 21).Select(n => $"a{n}@b.vn")))
            )
            .Message.ShouldBe("Dòng 2: cột mail: có 21 địa chỉ, nhiều nhất là 20.");

    private static string Parse(string mail) =>
        UnitCsv
            .Parse($"code,name,kind,parent,valid_from,valid_to,successors,mail\n29956,Xã A,commune,,,,,\"{mail}\"\n")
            .Single()
            .Mail;
}
