using CCHC.Demo;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The demo's checklists, pages, letters and answers come out as they were arranged.</summary>
[Collection(DemoStore.Name)]
public sealed class DemoInspectionFlowTests(DemoStore demo)
{
    public static TheoryData<DemoPeriod> Quarters => [DemoPeriod.First, DemoPeriod.Second];

    [Theory, MemberData(nameof(Quarters), DisableDiscoveryEnumeration = true)]
    public async Task Every_criterion_gets_the_verdict_that_was_arranged(DemoPeriod period)
    {
        var list = await DoneAsync("checklist", "list", period.Name, "--format", "csv");

        var found = list.Select(cells => (cells[1], cells[3], cells[^4]));
        var arranged = DemoInspection.Of(period).Select(line => (line.Unit, line.Criterion, line.Expected.Id()));
        found.ShouldBe(arranged, ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_found_first_is_corrected_or_repeated()
    {
        var items = await DoneAsync("followups", "--period", "2022-Q1", "--format", "csv");

        // By hand from the two tables: 21 criteria and 4 rates; the 3 late plans are done, and so is the missing one, late.
        items
            .CountBy(cells => cells[^3])
            .ToDictionary()
            .ShouldBe(new Dictionary<string, int> { ["corrected"] = 16, ["repeated"] = 9 }, ignoreOrder: true);
        demo.Continued.Output.ShouldContain("Của kỳ trước: 16 đã khắc phục, 9 lặp lại.");
    }

    [Fact]
    public async Task Letters_were_issued_on_the_day_of_the_document_but_one_and_all_but_one_answered()
    {
        var items = await DoneAsync("followups", "--period", "2022-Q1", "--format", "csv");

        items.Where(cells => cells[7].Length == 0).Select(cells => cells[0]).Distinct().ShouldBe(["29992"]);
        items.Where(cells => cells[7].Length > 0).ShouldAllBe(cells => cells[7] == "2022-03-25");
        // 15 working days from 25 March, with Giỗ Tổ on 11 April off.
        items.Where(cells => cells[7].Length > 0).ShouldAllBe(cells => cells[8] == "2022-04-18");
        items.Where(cells => cells[9].Length == 0).Select(cells => cells[0]).Distinct().ShouldBe(["29977", "29992"]);
        File.Exists(Path.Combine(demo.Data, "notices", "2022-Q1", "issued", "29980.docx")).ShouldBeTrue();
    }

    [Fact]
    public void The_filled_in_checklists_lie_where_a_person_can_open_them()
    {
        foreach (var quarter in (string[])["2022-Q1", "2022-Q2"])
            File.Exists(Path.Combine(demo.Data, "checklists", $"phieu-kiem-tra-{quarter}.xlsx")).ShouldBeTrue();
    }

    private async Task<List<string[]>> DoneAsync(params string[] command)
    {
        var run = await Cchc.DoneAsync([.. command, "--storage", demo.Connection]);
        return [.. run.Lines.Skip(1).Select(Cells)];
    }

    private static string[] Cells(string line) => [.. Pipeline.Units.CsvTable.Read("a\n" + line).Single().Cells];
}
