using System.Globalization;
using System.Text.Json;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class KpiTests(FiguresStore store) : IClassFixture<FiguresStore>
{
    [Fact]
    public async Task The_table_is_for_people()
    {
        var run = await KpiAsync("2022-Q1");

        run.Lines[0].ShouldBe("Kỳ 2022-Q1, từ ngày 15/12/2021 đến ngày 14/03/2022");
        run.Output.ShouldContain("Số liệu đến ngày");
        run.Lines.Single(line => line.Contains("29974", StringComparison.Ordinal))
            .ShouldContain($" {(await RowAsync())["online_rate"].Replace('.', ',')} % ");
        run.Lines.Count(line => line.StartsWith("│ 29", StringComparison.Ordinal)).ShouldBe(10);
    }

    [Fact]
    public async Task Csv_and_json_tell_the_same_of_one_unit()
    {
        var csv = await RowAsync();
        var json = await KpiAsync("2022-Q1", "--unit", "29974", "--format", "json");

        csv["online_rate"].ShouldMatch("^[0-9]{2}[.][0-9]{2}$");
        var same = JsonDocument.Parse(json.Output).RootElement[0];
        foreach (var (column, text) in csv)
            same.GetProperty(column).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("field", "Lĩnh vực")]
    [InlineData("procedure", "Mã thủ tục")]
    [InlineData("day", "Ngày")]
    public async Task Parts_add_up_to_the_unit(string by, string heading)
    {
        var table = await KpiAsync("2022-Q1", "--unit", "29974", "--by", by);
        var csv = await KpiAsync("2022-Q1", "--unit", "29974", "--by", by, "--format", "csv");

        table.Output.ShouldContain(heading);
        CsvTable
            .Read(csv.Output)
            .Sum(line => int.Parse(line["online_num"], CultureInfo.InvariantCulture))
            .ToString(CultureInfo.InvariantCulture)
            .ShouldBe((await RowAsync())["online_num"]);
    }

    [Fact]
    public async Task The_calendars_quarter_is_another()
    {
        var run = await KpiAsync("2022-Q1", "--scheme", "calendar", "--format", "csv", "--unit", "29974");

        run.Lines[1].ShouldStartWith("calendar,2022-Q1,2022-01-01,2022-03-31,2022-");
    }

    [Fact]
    public async Task An_unknown_unit_is_wrong_usage()
    {
        var run = await Cchc.RunAsync("kpi", "2022-Q1", "--unit", "10000", "--storage", store.Connection);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("Không có đơn vị \"10000\".");
    }

    private async Task<IReadOnlyDictionary<string, string>> RowAsync()
    {
        var csv = await KpiAsync("2022-Q1", "--unit", "29974", "--format", "csv");
        csv.Lines.Length.ShouldBe(2);
        return csv.Lines[0]
            .Split(',')
            .Zip(csv.Lines[1].Split(','))
            .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
    }

    private Task<Cchc> KpiAsync(params string[] args) =>
        Cchc.DoneAsync(["kpi", .. args, "--storage", store.Connection]);
}
