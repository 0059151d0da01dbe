using System.Text.RegularExpressions;
using CCHC.Cli;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed partial class ServeTests(Stores stores)
{
    [Fact]
    public async Task It_serves_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var error = TextWriter.Synchronized(new StringWriter());
        string[] args = ["serve", "--urls", "http://127.0.0.1:0", "--storage", stores.New()];
        var serving = CommandLine.RunAsync(args, TextWriter.Null, error, stop.Token);
        while (!Address().IsMatch($"{error}") && !serving.IsCompleted)
            await Task.Delay(20);

        using var client = new HttpClient();
        var health = await client.GetStringAsync(new Uri($"{Address().Match($"{error}").Value}/api/health"));
        await stop.CancelAsync();

        health.ShouldBe("green");
        (await serving).ShouldBe(0, $"{error}");
        $"{error}".ShouldEndWith("Nhấn Ctrl+C để dừng.\nĐã dừng.\n");
    }

    [Fact]
    public async Task The_demo_keeps_off_a_store_that_is_for_work()
    {
        var store = stores.New();
        await Cchc.DoneAsync("kpi", "2022-Q1", "--storage", store);

        var demo = await Cchc.RunAsync("demo", "--no-serve", "--storage", store);

        (demo.ExitCode, demo.Output).ShouldBe((3, ""));
        demo.Error.ShouldContain("đang dùng cho công việc thật");
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
