using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>Criteria are data: what the list says, and what its import refuses (docs/checklists.md).</summary>
public class CriterionCsvTests
{
    private const string Header =
        "id,name,kind,order,requirement,measure,valid_from,valid_to,unit,source,shortcoming,task\n";
    private const string Rest = "2022-01-01,,,công văn 1,chưa làm,Làm ngay.";

    [Fact]
    public void A_date_has_a_deadline_a_count_a_minimum_and_a_yes_no_neither()
    {
        var list = CriterionCsv.Parse(
            Header
                + "plan,Kế hoạch,date,10,2022-01-28,,2022-01-01,2022-12-31,29956,công văn 1,chưa ban hành,Ban hành ngay.\n"
                + $"printers,Máy in,count,51,2,máy in,{Rest}\n"
                + $"guide,Hướng dẫn,yes-no,40,,,{Rest}\n"
                + $"page,Công khai,address,80,2022-03-31,,{Rest}\n"
        );

        list.All[0]
            .ShouldBe(
                new Criterion(
                    "plan",
                    "Kế hoạch",
                    CriterionKind.Date,
                    10,
                    new DateOnly(2022, 1, 28),
                    null,
                    "",
                    new DateOnly(2022, 1, 1),
                    new DateOnly(2022, 12, 31),
                    "29956",
                    "công văn 1",
                    "chưa ban hành",
                    "Ban hành ngay."
                )
            );
        (list.All[1].Minimum, list.All[1].Measure, list.All[1].Deadline, list.All[1].Unit).ShouldBe(
            (2, "máy in", null, null)
        );
        (list.All[2].Kind, list.All[2].Deadline, list.All[2].Minimum).ShouldBe((CriterionKind.YesNo, null, null));
        (list.All[3].Kind, list.All[3].Deadline).ShouldBe((CriterionKind.Address, new DateOnly(2022, 3, 31)));
    }

    [Theory]
    [InlineData($"Plan,Kế hoạch,date,10,2022-01-28,,{Rest}", "id \"Plan\"")]
    [InlineData($"20250701-x,Kế hoạch,date,10,2022-01-28,,{Rest}", "id \"20250701-x\"")]
    [InlineData($",Kế hoạch,date,10,2022-01-28,,{Rest}", "id \"\"")]
    [InlineData($"online,Trực tuyến,count,10,3,lượt,{Rest}", "mã của một chỉ số")]
    [InlineData($"plan,Kế hoạch,ngày,10,2022-01-28,,{Rest}", "kind \"ngày\"")]
    [InlineData($"plan,Kế hoạch,0,10,2022-01-28,,{Rest}", "kind \"0\"")]
    [InlineData($"plan,Kế hoạch,date,0,2022-01-28,,{Rest}", "order \"0\"")]
    [InlineData($"plan,Kế hoạch,date,1000,2022-01-28,,{Rest}", "order \"1000\"")]
    [InlineData($"plan,Kế hoạch,date,10,,,{Rest}", "thiếu requirement")]
    [InlineData($"plan,Kế hoạch,date,10,30/02/2022,,{Rest}", "30/02/2022")]
    [InlineData($"printers,Máy in,count,51,,máy in,{Rest}", "requirement \"\"")]
    [InlineData($"printers,Máy in,count,51,-1,máy in,{Rest}", "requirement \"-1\"")]
    [InlineData($"printers,Máy in,count,51,\"1,5\",máy in,{Rest}", "requirement \"1,5\"")]
    [InlineData($"printers,Máy in,count,51,1,,{Rest}", "thiếu measure")]
    [InlineData($"guide,Hướng dẫn,yes-no,40,1,,{Rest}", "requirement phải để trống")]
    [InlineData($"guide,Hướng dẫn,yes-no,40,,người,{Rest}", "measure")]
    [InlineData($"guide,,yes-no,40,,,{Rest}", "thiếu name")]
    [InlineData("guide,Hướng dẫn,yes-no,40,,,,,,công văn 1,chưa làm,Làm ngay.", "thiếu valid_from")]
    [InlineData("guide,Hướng dẫn,yes-no,40,,,2022-01-02,2022-01-01,,công văn 1,chưa,Làm.", "valid_to")]
    [InlineData("guide,Hướng dẫn,yes-no,40,,,2022-01-01,,,,chưa làm,Làm ngay.", "thiếu source")]
    [InlineData("guide,Hướng dẫn,yes-no,40,,,2022-01-01,,,công văn 1,,Làm ngay.", "thiếu shortcoming")]
    [InlineData("guide,Hướng dẫn,yes-no,40,,,2022-01-01,,,công văn 1,chưa làm,", "thiếu task")]
    public void A_faulty_line_is_refused_with_its_number(string line, string named)
    {
        var fault = Should.Throw<InvalidDataException>(() => CriterionCsv.Parse(Header + "\n" + line));

        fault.Message.ShouldStartWith("Dòng 3:");
        fault.Message.ShouldContain(named);
    }

    [Fact]
    public void Two_with_one_id_first_day_and_unit_are_refused()
    {
        var one = $"guide,Hướng dẫn,yes-no,40,,,{Rest}\n";
        Should
            .Throw<InvalidDataException>(() => CriterionCsv.Parse(Header + one + one))
            .Message.ShouldStartWith("Dòng 3: tiêu chí \"guide\" đã có");
        CriterionCsv
            .Parse(Header + one + one.Replace("2022-01-01", "2023-01-01", StringComparison.Ordinal))
            .All.Count.ShouldBe(2);
    }

    [Fact]
    public void One_id_has_one_kind() =>
        Should
            .Throw<InvalidDataException>(() =>
                CriterionCsv.Parse(
                    Header
                        + $"guide,Hướng dẫn,yes-no,40,,,{Rest}\n"
                        + "guide,Hướng dẫn,count,40,1,người,2023-01-01,,,công văn 1,chưa làm,Làm ngay.\n"
                )
            )
            .Message.ShouldBe("Dòng 3: tiêu chí \"guide\" có kind count, một dòng trên ghi yes-no.");

    [Fact]
    public void The_shipped_list_asks_what_the_document_of_2022_asked_in_its_order()
    {
        var unit = UnitCsv.Parse(Shipped.Units)[0];
        var criteria = CriterionCsv.Parse(Shipped.Read("criteria.csv")).All;

        var asked = Criterion.InForce(criteria, unit, new DateOnly(2022, 3, 14));

        asked
            .Select(criterion => (criterion.Order, criterion.Id, criterion.Kind.Id()))
            .ShouldBe([
                (10, "plan-issued", "date"),
                (30, "propaganda", "count"),
                (40, "online-guidance", "yes-no"),
                (50, "computers", "count"),
                (51, "printers", "count"),
                (52, "scanners", "count"),
                (60, "new-models", "count"),
                (80, "budget-page", "address"),
            ]);
        asked.ShouldAllBe(criterion => criterion.Task.EndsWith('.') && char.IsUpper(criterion.Task[0]));
        asked.ShouldAllBe(criterion => char.IsLower(criterion.Shortcoming[0]) && !criterion.Shortcoming.EndsWith('.'));
        // A plan of 2022 is nothing to ask for a year later.
        Criterion
            .InForce(criteria, unit, new DateOnly(2023, 3, 14))
            .Select(criterion => criterion.Id)
            .ShouldNotContain("plan-issued");
    }
}
