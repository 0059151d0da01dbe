using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Samples;

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
}
