using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class ImportTests(Stores stores)
{
    private const string UnitHeader = "code,name,kind,parent,valid_from,valid_to,successors\n";
    private const string TargetHeader = "kpi,target,valid_from,valid_to,unit,source\n";
    private readonly string store = stores.New();

    [Fact]
    public async Task Units_are_added_and_replaced()
    {
        var run = await ImportAsync(
            "units",
            UnitHeader
                + "29956,Xã Thường Phước 1,commune,870,,2025-06-30,\n29956,Xã Thường Phước,commune,87,2025-07-01,,\n"
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines.ShouldBe([
            "Thêm 29956-20250701: Xã Thường Phước, từ ngày 01/07/2025",
            "Thay 29956: Xã Thường Phước 1, đến ngày 30/06/2025",
            "Đã thêm 1, thay 1 đơn vị.",
        ]);
        var kpi = await Cchc.DoneAsync("kpi", "2025", "--unit", "29956", "--format", "csv", "--storage", store);
        kpi.Lines.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Targets_are_added_and_replaced()
    {
        var run = await ImportAsync(
            "targets",
            TargetHeader + "online,50%,2022-01-01,,,QĐ 1\non-time,2/3,2022-01-01,,29956,QĐ 2\n"
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines.ShouldBe([
            "Thêm on-time 2/3, 29956, từ ngày 01/01/2022 (QĐ 2)",
            "Thay online 50 %, mọi đơn vị, từ ngày 01/01/2022 (QĐ 1)",
            "Đã thêm 1, thay 1 chỉ tiêu.",
        ]);
        var review = await Cchc.DoneAsync("review", "2022-Q1", "--dry-run", "--format", "csv", "--storage", store);
        review.Lines[1].ShouldStartWith("2022-Q1,29956,Xã Thường Phước 1,online,0,0,0,50%,");
        review.Lines[2].ShouldStartWith("2022-Q1,29956,Xã Thường Phước 1,on-time,0,0,0,2/3,");
    }

    [Theory]
    [InlineData("units", UnitHeader + "30001,Xã A,commune,870,,,\n2995,Xã B,commune,870,,,\n", "Dòng 3: mã \"2995\"")]
    [InlineData(
        "units",
        UnitHeader + "30001,Xã A,commune,870,,,\n29956,Xã B,commune,870,2025-06-30,,\n",
        "Dòng 3: Mã 29956 có hai đơn vị"
    )]
    [InlineData(
        "units",
        UnitHeader + "30001,Xã A,commune,870,,,\n30001,Xã B,commune,870,,,\n",
        "Dòng 3: đơn vị 30001 đã có ở dòng 2"
    )]
    [InlineData(
        "targets",
        TargetHeader + "on-time,90%,2022-01-01,,,QĐ\nonline,40%,2022-01-01,,30009,QĐ\n",
        "Dòng 3: không có đơn vị \"30009\""
    )]
    [InlineData("targets", TargetHeader + "speed,90%,2022-01-01,,,QĐ\n", "Dòng 2: không có chỉ số \"speed\"")]
    public async Task A_fault_names_its_line_and_changes_nothing(string list, string csv, string told)
    {
        await Cchc.DoneAsync("kpi", "2022", "--storage", store);
        var before = await RegistersAsync();

        var run = await ImportAsync(list, csv);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(told);
        (await RegistersAsync()).ShouldBe(before);
    }

    private Task<IReadOnlyList<string>> RegistersAsync() =>
        Contents.RowsAsync(store, StoredNames.UnitsTable, StoredNames.TargetsTable);

    private async Task<Cchc> ImportAsync(string list, string csv)
    {
        using var folder = new Folder();
        return await Cchc.RunAsync(list, "import", folder.Write(csv, "list.csv"), "--storage", store);
    }
}
