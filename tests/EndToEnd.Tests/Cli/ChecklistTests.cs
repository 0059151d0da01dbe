using System.Text.Json;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The checklist and staff's lists by command (design.md §6).</summary>
public sealed class ChecklistTests(Stores stores)
{
    private const string Header = "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n";
    private const string Criteria =
        "id,name,kind,order,requirement,measure,valid_from,valid_to,unit,source,shortcoming,task\n";
    private readonly string store = stores.New();

    [Fact]
    public async Task A_checklist_is_written_filled_in_imported_and_listed()
    {
        using var folder = new Folder();
        var template = folder["phieu.xlsx"];
        await RunAsync("checklist", "template", "2022-Q1", "--out", template);
        (await RunAsync("checklist", "import", template)).Output.ShouldContain("chưa điền kết quả nào");

        var csv = folder.Write(
            Header
                + "2022-Q1,29956,plan-issued,Đã ban hành,31/01/2022,Kế hoạch số 05/KH-UBND\n"
                + "2022-Q1,29956,printers,1,,\n2022-Q1,29956,online-guidance,Có,,\n",
            "dien.csv"
        );
        var imported = await RunAsync("checklist", "import", csv);
        imported.Output.ShouldContain("Đã nhận đủ 3 dòng của kỳ 2022-Q1");
        (await RunAsync("checklist", "import", csv)).Output.ShouldBe(imported.Output);

        var listed = await RunAsync("checklist", "list", "2022-Q1", "--unit", "29956", "--format", "csv");
        listed.Lines.Length.ShouldBe(9);
        // 31 January is three days after the deadline, 28 January.
        listed.Lines[1].ShouldContain(",plan-issued,Ban hành kế hoạch cải cách hành chính năm 2022,,2022-01-31,,,");
        listed.Lines[1].ShouldContain(",below,,dien.csv,2");
        listed.Lines.Single(line => line.Contains(",printers,")).ShouldContain(",met,");
        listed.Lines.Single(line => line.Contains(",online-guidance,")).ShouldContain(",insufficient,NoEvidence,");
        var table = await RunAsync("checklist", "list", "2022-Q1", "--unit", "29956");
        table.Output.ShouldContain("không đạt: chậm 3 ngày");
        var json = await RunAsync("checklist", "list", "2022-Q1", "--format", "json");
        JsonDocument.Parse(json.Output).RootElement.GetArrayLength().ShouldBe(80);
    }

    [Fact]
    public async Task A_refused_line_is_told_and_ends_with_1()
    {
        using var folder = new Folder();
        var csv = folder.Write(Header + "2022-Q1,29956,printers,hai,,\n2022-Q1,29956,scanners,1,,\n", "sai.csv");
        var run = await Cchc.RunAsync("checklist", "import", csv, "--storage", store);
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("Không hiểu kết quả; cần một số nguyên");
        var month = await Cchc.RunAsync("checklist", "list", "2022-M03", "--storage", store);
        (month.ExitCode, month.Output).ShouldBe((2, ""));
    }

    [Fact]
    public async Task Lists_of_staff_are_added_to_and_replaced()
    {
        using var folder = new Folder();
        var criteria = folder.Write(
            Criteria
                + "printers,Máy in,count,51,2,máy in,2022-01-01,,,QĐ 1,chưa đủ máy in,Trang bị đủ máy in.\n"
                + "guest-seats,Ghế chờ,count,53,10,ghế,2022-01-01,,29956,QĐ 1,chưa đủ ghế,Bố trí đủ ghế.\n",
            "c.csv"
        );
        (await RunAsync("criteria", "import", criteria)).Lines[^1].ShouldBe("Đã thêm 1, thay 1 tiêu chí.");
        var list = await RunAsync("criteria", "list");
        list.Output.ShouldContain("ít nhất 2 máy in");
        list.Output.ShouldContain("guest-seats");

        var offices = folder.Write(
            "id,name,head,fields,mail,valid_from,valid_to\ntu-phap,Phòng Tư pháp,Trưởng phòng,Hộ tịch,,,2025-06-30\ny-te,Phòng Y tế,Trưởng phòng,Y tế,,,2025-06-30\n",
            "o.csv"
        );
        (await RunAsync("offices", "import", offices)).Lines[^1].ShouldBe("Đã thêm 1, thay 1 cơ quan.");

        var days = folder.Write(
            "date,kind,name,confirmed\n2022-01-03,off,Nghỉ bù,yes\n2027-01-01,off,Tết,no\n",
            "d.csv"
        );
        (await RunAsync("days-off", "import", days)).Lines.ShouldBe(["Đã thêm 1, thay 1 ngày."]);
        (await RunAsync("days-off", "import", days)).Lines.ShouldBe(["Đã thêm 0, thay 2 ngày."]);

        var authority = folder.Write(CCHC.Pipeline.Units.Shipped.Read("authority.json"), "a.json");
        (await RunAsync("authority", "import", authority)).Lines.ShouldBe([
            "Đã thay danh sách cơ quan ban hành: 2 cơ quan.",
        ]);
    }

    [Fact]
    public async Task A_faulty_list_is_refused_whole()
    {
        (string List, string Text, string Told)[] faulty =
        [
            (
                "criteria",
                Criteria + "printers,Máy in,yes-no,51,,,2023-01-01,,,QĐ 1,chưa,Làm.\n",
                "Dòng 2: tiêu chí \"printers\" trong danh sách hiện có mang kind count"
            ),
            (
                "criteria",
                Criteria + "x,Máy in,yes-no,51,,,2023-01-01,,30009,QĐ 1,chưa,Làm.\n",
                "Dòng 2: không có đơn vị \"30009\""
            ),
            (
                "offices",
                "id,name,head,fields,mail,valid_from,valid_to\ny-te,Phòng Y tế,Trưởng phòng,Hộ tịch,,,2025-06-30\n",
                "Dòng 2: Phòng Tư pháp trong danh sách hiện có phụ trách"
            ),
            ("days-off", "date,kind\n2022-01-03,off\n2022-01-04,holiday\n", "Dòng 3: kind \"holiday\""),
            ("days-off", "date,kind\n2022-01-03,working_saturday\n", "Dòng 2: ngày 2022-01-03 không phải là thứ Bảy"),
            ("days-off", "date,kind\n2022-01-03,off\n2022-01-03,off\n", "Dòng 3: ngày 2022-01-03 đã có ở dòng 2"),
            ("authority", "[]", "không có cơ quan nào"),
            ("authority", "[{]", "không đọc được"),
        ];
        using var folder = new Folder();
        foreach (var (list, text, told) in faulty)
        {
            var run = await Cchc.RunAsync(list, "import", folder.Write(text, "list.txt"), "--storage", store);
            (run.ExitCode, run.Output).ShouldBe((2, ""));
            run.Error.ShouldContain(told);
        }
    }

    private async Task<Cchc> RunAsync(params string[] args) => await Cchc.DoneAsync([.. args, "--storage", store]);
}
