namespace CCHC.EndToEnd.Tests.Cli;

public sealed class IssueCommandTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task A_letter_is_issued_and_copied_out_beside_its_draft()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("review", "2022-Q1", "--storage", store);

        var issued = await Cchc.DoneAsync([.. Issue("29956", "389", "25/03/2022")]);
        var again = await Cchc.DoneAsync([.. Issue("29956", "389", "2022-03-25")]);
        var other = await Cchc.RunAsync([.. Issue("29956", "390", "2022-03-25")]);
        var early = await Cchc.RunAsync([.. Issue("29962", "391", "2022-03-14")]);
        var odd = await Cchc.RunAsync([.. Issue("29962", "UBND", "2022-03-25")]);
        var copied = await Cchc.DoneAsync("notices", "2022-Q1", "--out", folder.Path, "--storage", store);

        issued.Lines.ShouldBe([
            "Đã ghi nhận công văn kỳ 2022-Q1 gửi Xã Thường Phước 1: số 389, ngày 25/03/2022.",
            "Hạn báo cáo kết quả khắc phục: 18/04/2022.",
            "Hạn bổ sung dữ liệu (nếu có yêu cầu): 01/04/2022.",
            "Từ bây giờ đơn vị xem được công văn này.",
        ]);
        again.Output.ShouldBe(issued.Output);
        (other.ExitCode, early.ExitCode, odd.ExitCode).ShouldBe((3, 3, 3));
        other.Error.ShouldContain("thêm --replace");
        early.Error.ShouldContain("sau khi kỳ kết thúc (đến hết ngày 14/03/2022)");
        odd.Error.ShouldContain("Số \"UBND\" không hợp lệ");
        File.ReadAllText(folder["issued/29956.html"]).ShouldContain("ĐÃ BAN HÀNH");
        File.ReadAllText(folder["29956.html"]).ShouldContain("BẢN DỰ THẢO");
        copied.Lines.ShouldAllBe(line => !line.EndsWith(".json", StringComparison.Ordinal));
        Directory.Exists(folder["journal"]).ShouldBeFalse();
        Directory.Exists(folder["fields"]).ShouldBeFalse();
    }

    private IEnumerable<string> Issue(string unit, string number, string date) =>
        ["notices", "issue", "2022-Q1", unit, "--number", number, "--date", date, "--storage", store];
}
