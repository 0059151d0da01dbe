using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Kpis;

/// <summary>Which target is in force, and what its import refuses (domain.md §5, design.md §6).</summary>
public class TargetTests
{
    private const string Header = "kpi,target,valid_from,valid_to,unit,source\n";

    [Property(Arbitrary = [typeof(DeskQuarters)])]
    public void The_target_in_force_is_the_units_own_then_the_latest(DeskQuarter quarter)
    {
        var targets = Target.ParseCsv(quarter.TargetsCsv);
        foreach (var day in quarter.Reviewed.Select(name => NaiveSpan.Named(name, quarter.Statutory).To))
        {
            foreach (var (kpi, unit) in NaiveKpi.All.SelectMany(kpi => quarter.Units.Select(unit => (kpi.Id, unit.Id))))
            {
                var expected = NaiveTarget.InForce(quarter.Targets, kpi, unit, day)?.AsImported();
                Target.InForce(targets, kpi, unit, day).ShouldBe(expected);
            }
        }
    }

    [Theory]
    [InlineData("40%", 2, 5, "40 %")]
    [InlineData("40 %", 2, 5, "40 %")]
    [InlineData("2/5", 2, 5, "40 %")]
    [InlineData("2/3", 2, 3, "2/3")]
    [InlineData("100%", 1, 1, "100 %")]
    [InlineData("0%", 0, 1, "0 %")]
    [InlineData("\"33,5%\"", 67, 200, null)]
    [InlineData("33.25%", 133, 400, null)]
    public void A_target_is_a_percentage_or_a_fraction(string written, int num, int den, string? text)
    {
        var target = Target.ParseCsv($"{Header}online,{written},2022-01-01,,,công văn 1").ShouldHaveSingleItem();
        ((long)target.Num * den).ShouldBe((long)num * target.Den);
        if (text is not null)
            (target.Text, target.TextInvariant).ShouldBe((text, text.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nhanh,40%,2022-01-01,,,công văn 1", "nhanh")]
    [InlineData("online,40,2022-01-01,,,công văn 1", "40")]
    [InlineData("online,101%,2022-01-01,,,công văn 1", "101%")]
    [InlineData("online,-1%,2022-01-01,,,công văn 1", "-1%")]
    [InlineData("online,33.333%,2022-01-01,,,công văn 1", "33.333%")]
    [InlineData("online,3/2,2022-01-01,,,công văn 1", "3/2")]
    [InlineData("online,0/0,2022-01-01,,,công văn 1", "0/0")]
    [InlineData("online,40%,,,,công văn 1", "valid_from")]
    [InlineData("online,40%,1/13/2022,,,công văn 1", "1/13/2022")]
    [InlineData("online,40%,2022-01-02,2022-01-01,,công văn 1", "valid_to")]
    [InlineData("online,40%,2022-01-01,,,", "source")]
    [InlineData("online,40%,2022-01-01,,,\"công văn 1", "ngoặc kép")]
    public void A_faulty_line_is_refused_with_its_number(string line, string named)
    {
        var fault = Should.Throw<InvalidDataException>(() => Target.ParseCsv(Header + "\n" + line));
        fault.Message.ShouldStartWith("Dòng 3:");
        fault.Message.ShouldContain(named);
    }

    [Fact]
    public void Two_targets_of_one_kpi_unit_and_first_day_are_refused()
    {
        const string Line = "online,40%,2022-01-01,,,công văn 1\n";
        Should
            .Throw<InvalidDataException>(() => Target.ParseCsv(Header + Line + Line))
            .Message.ShouldStartWith("Dòng 3:");
        Target.ParseCsv(Header + Line + Line.Replace(",,,", ",,29956,", StringComparison.Ordinal)).Count.ShouldBe(2);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Should
            .Throw<InvalidDataException>(() => Target.ParseCsv("kpi,target,valid_from,valid_to,unit\n"))
            .Message.ShouldContain("source");
}
