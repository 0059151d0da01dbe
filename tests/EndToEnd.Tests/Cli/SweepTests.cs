using Azure.Storage.Blobs.Specialized;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Samples;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class SweepTests(Stores stores)
{
    private static readonly DateOnly Day = new(2022, 3, 14);

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

    [Fact]
    public async Task It_tells_what_it_took_in_also_when_another_unit_had_to_wait()
    {
        var connection = stores.New();
        await Cchc.DoneAsync("sweep", "--storage", connection);
        var opened = Store.Open(connection);
        await PutAsync(opened, "29962", "x.csv", 1);
        var hot = opened.Container(StoredNames.Ledger).GetBlobClient("29962/hot");
        await Cchc.RunAsync("sweep", "--storage", connection);
        await hot.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(-1));
        await PutAsync(opened, "29962", "y.csv", 2);
        await PutAsync(opened, "29956", "x.csv", 3);

        var swept = await Cchc.RunAsync("sweep", "--storage", connection);

        swept.ExitCode.ShouldBe(3);
        swept.Output.ShouldContain("29956");
        swept.Error.ShouldContain("việc chưa làm được, các việc khác đã xong:");
        swept.Error.ShouldContain(
            "- exports/29962/y.csv chưa nạp được và sẽ được thử lại: ledger/29962/hot đang bị khóa"
        );
        swept.Error.ShouldNotContain("could not be done");
    }

    [Fact]
    public async Task A_container_that_cant_be_listed_is_named_by_sweep_and_health()
    {
        var connection = stores.New();
        await Cchc.DoneAsync("sweep", "--storage", connection);
        var exports = Store.Open(connection).Container(StoredNames.Exports);
        await RawBlob.PutAsync(exports, "29956/x%01-2022-03-09.csv", [1]);

        var swept = await Cchc.RunAsync("sweep", "--storage", connection);
        var health = await Cchc.RunAsync("health", "--storage", connection);

        swept.ExitCode.ShouldBe(3);
        swept.Error.ShouldContain("Không liệt kê được các tệp trong exports");
        health.ExitCode.ShouldBe(1);
        health.Output.ShouldContain("exports: không liệt kê được");
    }

    private static async Task PutAsync(Store opened, string unit, string file, int number)
    {
        var content = BinaryData.FromBytes(Desk.Csv(Desk.Line(Day, number, "Trực tuyến")));
        await opened.Container(StoredNames.Exports).GetBlobClient($"{unit}/{file}").UploadAsync(content);
    }
}
