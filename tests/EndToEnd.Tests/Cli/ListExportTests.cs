namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Beside every import stand "list" and "export": what is written out is taken in again.</summary>
public sealed class ListExportTests(Stores stores)
{
    [Theory]
    [InlineData("units", "29956", "Đã thêm 0, thay 10 đơn vị.")]
    [InlineData("targets", "40%", "Đã thêm 0, thay 1 chỉ tiêu.")]
    [InlineData("offices", "tu-phap", "Đã thêm 0, thay ")]
    [InlineData("fields", "Hộ tịch", "Đã thêm 0, thay ")]
    [InlineData("days-off", "2022-02-01", "Đã thêm 0, thay ")]
    [InlineData("criteria", "plan-issued", "Đã thêm 0, thay ")]
    [InlineData("authority", "validTo", "Đã thay danh sách cơ quan ban hành: 2 cơ quan.")]
    public async Task What_is_exported_is_the_list_and_can_be_imported(string list, string part, string imported)
    {
        var store = stores.New();
        using var folder = new Folder();
        var file = folder["list.csv"];

        var shown = await Cchc.DoneAsync(list, "list", "--storage", store);
        var exported = await Cchc.DoneAsync(list, "export", file, "--storage", store);

        shown.Output.ShouldContain(part);
        exported.Lines.ShouldBe([file]);
        File.ReadAllText(file).ShouldContain(part);
        (await Cchc.DoneAsync(list, "import", file, "--storage", store)).Output.ShouldContain(imported);
        (await Cchc.DoneAsync(list, "list", "--storage", store)).Output.ShouldBe(shown.Output);
    }
}
