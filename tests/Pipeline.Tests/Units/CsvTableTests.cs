using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

/// <summary>Lists as Excel saves them in Vietnam, and as they are written out.</summary>
public class CsvTableTests
{
    [Theory]
    [InlineData("kpi,target,valid_from,valid_to,unit,source\nonline,\"39,5%\",2022-01-01,,,QĐ 1\n")]
    [InlineData("kpi;target;valid_from;valid_to;unit;source\nonline;39,5%;01/01/2022;;;QĐ 1\n")]
    [InlineData("kpi\ttarget\tvalid_from\tvalid_to\tunit\tsource\nonline\t39,5 %\t1/1/2022\t\t\tQĐ 1\n")]
    public void Commas_semicolons_and_tabs_part_the_columns(string csv)
    {
        var target = Target.ParseCsv(csv).ShouldHaveSingleItem();

        (target.Num * 1000 / target.Den, target.ValidFrom, target.Source).ShouldBe(
            (395, new DateOnly(2022, 1, 1), "QĐ 1")
        );
        target.Text.ShouldBe("39,5 %");
        Target.ParseCsv(Target.WriteCsv([target])).ShouldBe([target]);
    }

    [Theory]
    [InlineData("40%", "40 %")]
    [InlineData("2/5", "40 %")]
    [InlineData("39,5%", "39,5 %")]
    [InlineData("39.25%", "39,25 %")]
    [InlineData("3/8", "37,5 %")]
    [InlineData("2/3", "2/3")]
    public void A_target_is_printed_as_people_say_it(string written, string printed) =>
        Target
            .ParseCsv($"kpi;target;valid_from;valid_to;unit;source\nonline;{written};2022-01-01;;;QĐ 1\n")
            .Single()
            .Text.ShouldBe(printed);

    [Fact]
    public void Units_and_offices_that_are_written_are_read_alike()
    {
        var units = UnitCsv.Parse(Shipped.Units);
        var offices = OfficeCsv.Parse(Shipped.Offices);
        var full = units[0] with
        {
            Mail = "a@b.vn;c@d.vn",
            Name = "Xã \"A\", B",
            AgencyCodes = ["000.19.05.H20", "H20.1"],
        };
        var read = UnitCsv.Parse(UnitCsv.Write([full])).Single();
        (read.Name, read.Mail).ShouldBe((full.Name, full.Mail));
        read.AgencyCodes.ShouldBe(full.AgencyCodes);
        read.Successors.ShouldBe(full.Successors);

        // Lists of text compare by reference: as written they compare by what they say.
        UnitCsv.Write(UnitCsv.Parse(UnitCsv.Write(units))).ShouldBe(UnitCsv.Write(units));
        UnitCsv
            .Parse(UnitCsv.Write(units))
            .Select(unit => unit.ToString())
            .ShouldBe(units.Select(unit => unit.ToString()));
        OfficeCsv.Write(OfficeCsv.Parse(OfficeCsv.Write(offices))).ShouldBe(OfficeCsv.Write(offices));
    }
}
