namespace CCHC.EndToEnd.Tests.Cli;

public sealed class FieldImportTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task Fields_are_added_and_replaced_and_the_others_stay()
    {
        var run = await ImportAsync("name,other_names\nNghề muối,Diêm nghiệp\nHộ tịch,Khai sinh;Khai tử\n");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Lines.ShouldBe([
            "Thêm Nghề muối (cũng viết: Diêm nghiệp)",
            "Thay Hộ tịch (cũng viết: Khai sinh; Khai tử)",
            "Đã thêm 1, thay 1 lĩnh vực.",
        ]);
        var list = (await Cchc.DoneAsync("fields", "list", "--storage", store)).Output;
        list.ShouldContain("nghe-muoi");
        list.ShouldContain("dat-dai");
    }

    [Theory]
    [InlineData("Đất đai nông thôn,Hộ tịch", "Dòng 2: \"Hộ tịch\" đã là tên của lĩnh vực Hộ tịch.")]
    [InlineData("Đất đai nông thôn,Hồ tịch", "Dòng 2: \"Hồ tịch\" đã là tên của lĩnh vực Hộ tịch.")]
    [InlineData("0912 345 672,", "Dòng 2: tên lĩnh vực chỉ gồm chữ")]
    public async Task A_faulty_list_changes_nothing(string line, string message)
    {
        var run = await ImportAsync($"name,other_names\n{line}\n");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
        run.Error.ShouldContain("Chưa có gì thay đổi.");
    }

    private async Task<Cchc> ImportAsync(string text)
    {
        using var folder = new Folder();
        return await Cchc.RunAsync("fields", "import", folder.Write(text, "fields.csv"), "--storage", store);
    }
}
