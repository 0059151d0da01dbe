using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Samples;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class SweepTests(Stores stores)
{
    [Fact]
    public async Task It_takes_in_what_came_by_another_door_and_the_second_time_finds_nothing()
    {
        var connection = stores.New();
        await Cchc.DoneAsync("sweep", "--storage", connection);
        await using var file = File.OpenRead(SampleFolder.At("exports", "danh-sach-ba-dong.csv"));
        await Store.Open(connection).Container(StoredNames.Exports).GetBlobClient("29956/x.csv").UploadAsync(file);

        var swept = await Cchc.RunAsync("sweep", "--storage", connection);

        swept.Output.ShouldContain("x.csv");
        swept.Output.ShouldContain("1 tệp: 1 ");
        (await Cchc.DoneAsync("sweep", "--storage", connection)).Output.ShouldEndWith("0 tệp.\n");
    }

    [Fact]
    public async Task It_takes_in_checklists_too_and_what_came_long_ago()
    {
        var connection = stores.New();
        await Cchc.DoneAsync("sweep", "--storage", connection);
        var opened = Store.Open(connection);
        const string checklist = "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n2022-Q1,29962,printers,2,,\n";
        await opened
            .Container(StoredNames.Checklists)
            .GetBlobClient("kiem-tra.csv")
            .UploadAsync(BinaryData.FromString(checklist));
        await using var file = File.OpenRead(SampleFolder.At("exports", "danh-sach-ba-dong.csv"));
        await opened.Container(StoredNames.Exports).GetBlobClient("29956/x.csv").UploadAsync(file);

        // At noon, when the timer looks at the last 48 hours only.
        var later = new FakeTimeProvider(VietnamTime.StartOf(TimeProvider.System.Today().AddDays(9)).AddHours(12));
        var swept = await Cchc.AtAsync(later, "sweep", "--storage", connection);

        swept.Output.ShouldContain("kiem-tra.csv");
        swept.Output.ShouldContain("1 tệp: 1 ");
        (await Cchc.AtAsync(later, "sweep", "--storage", connection)).Output.ShouldEndWith("0 tệp.\n");
    }
}
