using System.Text.Json;
using CCHC.EndToEnd.Tests.Flow;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Of two files about one day the one uploaded later decides: which that is, is told by when they were written.</summary>
public sealed class IngestOrderTests(Stores stores)
{
    private static readonly DateOnly Day = new(2022, 3, 14);
    private static readonly DateTime Written = new(2022, 3, 14, 10, 0, 0, DateTimeKind.Utc);
    private readonly string store = stores.New();

    [Fact]
    public async Task A_browsers_copies_follow_what_they_are_copies_of()
    {
        string[] names =
        [
            "ho-so-2022-03-14.csv",
            "ho-so-2022-03-14 (1).csv",
            "ho-so-2022-03-14 (2).csv",
            "ho-so-2022-03-14 (10).csv",
            "tep-9-2022-03-14.csv",
            "tep-10-2022-03-14.csv",
        ];

        (await OrderAsync(names.Reverse().Select(name => (name, Seconds: 0.0)))).ShouldBe(names);
    }

    [Fact]
    public async Task What_was_written_later_is_the_later_upload_whatever_its_name() =>
        (
            await OrderAsync([("a-2022-03-14.csv", Seconds: 4), ("b-2022-03-14.csv", 2), ("c-2022-03-14.csv", 6)])
        ).ShouldBe(["b-2022-03-14.csv", "a-2022-03-14.csv", "c-2022-03-14.csv"]);

    [Fact]
    public async Task Files_that_were_unpacked_in_one_go_go_by_their_names() =>
        (
            await OrderAsync([
                ("x-2022-03-14.csv", Seconds: 1.9),
                ("x-2022-03-14 (2).csv", 0),
                ("x-2022-03-14 (1).csv", 3.5),
            ])
        ).ShouldBe(["x-2022-03-14.csv", "x-2022-03-14 (1).csv", "x-2022-03-14 (2).csv"]);

    [Theory]
    [InlineData("x\u0001-2022-03-09.csv", "ký tự điều khiển")]
    [InlineData("x\uFFFE-2022-03-09.csv", "ký tự hỏng")]
    [InlineData("a\\b-2022-03-09.csv", "có dấu / hoặc \\")]
    [InlineData("ho-so-2022-03-09.csv.", "dấu chấm hoặc dấu cách")]
    [InlineData("ho-so-2022-03-09.csv ", "dấu chấm hoặc dấu cách")]
    public async Task A_name_that_cant_be_stored_is_refused_before_anything_is_sent(string name, string why)
    {
        using var folder = new Folder();
        folder.Write(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), "29956", name);
        folder.Write(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), "29956", Desk.File(Day));

        var run = await Cchc.RunAsync("ingest", folder.Path, "--storage", store);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(why);
        run.Error.ShouldContain("Hãy đổi tên tệp rồi gửi lại.");
    }

    private async Task<IEnumerable<string?>> OrderAsync(IEnumerable<(string Name, double Seconds)> files)
    {
        using var folder = new Folder();
        var number = 0;
        foreach (var (name, seconds) in files)
        {
            var path = folder.Write(Desk.Csv(Desk.Line(Day, ++number, "Trực tuyến")), "29956", name);
            File.SetLastWriteTimeUtc(path, Written.AddSeconds(seconds));
        }
        var run = await Cchc.DoneAsync("ingest", folder.Path, "--format", "json", "--storage", store);
        return JsonDocument
            .Parse(run.Output)
            .RootElement.EnumerateArray()
            .OrderBy(receipt => receipt.GetProperty("uploadedAt").GetDateTimeOffset())
            .Select(receipt => receipt.GetProperty("file").GetString());
    }
}
