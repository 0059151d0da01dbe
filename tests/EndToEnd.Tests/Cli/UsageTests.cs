namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Wrong usage ends with 2, before any storage is touched, and says in Vietnamese what to write.</summary>
public sealed class UsageTests
{
    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "", "Thiếu tên lệnh." },
            { "frob", "Không hiểu \"frob\"." },
            { "kpi", "Thiếu giá trị cho kpi." },
            { "kpi 2022-Q5", "Không có kỳ \"2022-Q5\". Ví dụ: 2022-Q1," },
            { "kpi 2022-Q1 --by week", "--by phải là một trong: unit, field, procedure, day." },
            { "kpi 2022-Q1 --format xml", "--format phải là một trong: table, csv, json." },
            { "kpi 2022-Q1 --scheme lunar", "--scheme phải là một trong: statutory, calendar." },
            { "kpi 2022-Q1 --colour", "Không hiểu \"--colour\"." },
            { "kpi 2022-Q1 --unit", "Thiếu giá trị cho --unit." },
            { "review 2022-02-10..2022-01-10", "Không có kỳ \"2022-02-10..2022-01-10\"." },
            { "notices 2022-Q1", "Thiếu tùy chọn --out." },
            { "ingest", "Thiếu giá trị cho ingest." },
            { "ingest . --format csv", "--format phải là một trong: table, json." },
            { "ingest /no/such/place", "Không có tệp hay thư mục /no/such/place." },
            { "ingest . --unit 123", "--unit \"123\" không phải là mã đơn vị" },
            { "check a.csv --unit 123", "--unit \"123\" không phải là mã đơn vị" },
            { "profiles check a.json b.csv --unit 123", "--unit \"123\" không phải là mã đơn vị" },
            { "receipts 123 --out x", "\"123\" không phải là mã đơn vị" },
            { "withdraw 29956 a.csv", "Thiếu tùy chọn --reason." },
            { "withdraw 123 a.csv --reason x", "\"123\" không phải là mã đơn vị" },
            { "backup", "Thiếu giá trị cho backup." },
            { "restore /no/such/place", "Không có thư mục /no/such/place." },
            { "units", "Thiếu tên lệnh." },
            { "units import", "Thiếu giá trị cho import." },
            { "kpi 2022-Q1 --storage nonsense", "--storage không phải là một chuỗi kết nối" },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Wrong_usage_is_told(string line, string told)
    {
        var run = await Cchc.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.Error.ShouldContain(told);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--help", "cchc LỆNH [tùy chọn]")]
    [InlineData("kpi -h", "cchc kpi PERIOD [tùy chọn]")]
    [InlineData("units import --help", "cchc units import FILE [tùy chọn]")]
    public async Task Help_is_a_result(string line, string told)
    {
        var run = await Cchc.DoneAsync(line.Split(' '));

        run.Output.ShouldContain(told);
        run.Output.ShouldContain("--storage CONNECTION");
    }
}
