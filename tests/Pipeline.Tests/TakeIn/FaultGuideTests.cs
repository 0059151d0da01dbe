using System.Reflection;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Docs;

namespace CCHC.Pipeline.Tests.TakeIn;

public class FaultGuideTests
{
    private static readonly string[] Codes =
    [
        .. typeof(FaultCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_fault_code_has_its_advice_and_no_other_has() =>
        FaultGuide.Codes.Order(StringComparer.Ordinal).ShouldBe(Codes);

    [Fact]
    public void Advice_says_what_is_expected_and_gives_an_example() =>
        Codes
            .Where(code => code != FaultCodes.More)
            .Where(code => FaultGuide.Of(code) is not { Expected.Length: > 0, Example.Length: > 0 })
            .ShouldBeEmpty();

    [Fact]
    public void A_code_of_another_version_gets_none() =>
        FaultGuide.Of("no-such-code").ShouldBe(new FaultAdvice("", ""));

    [Fact]
    public void The_documented_codes_are_those_of_the_code() =>
        Markdown
            .Open("docs/fault-codes.md")
            .TableUnder("Codes")
            .SelectMany(row => Markdown.Code(row[0]))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Codes);
}
