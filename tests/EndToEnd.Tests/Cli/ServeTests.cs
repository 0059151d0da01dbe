using System.Text.RegularExpressions;
using CCHC.Cli;
using CCHC.Pipeline.Tests.Samples;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed partial class ServeTests(Stores stores)
{
    [Fact]
    public async Task It_serves_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var error = new Hearing("http://127.0.0.1:");
        string[] args = ["serve", "--urls", "http://127.0.0.1:0", "--storage", stores.New()];
        var serving = CommandLine.RunAsync(args, TextWriter.Null, error, stop.Token);
        await Task.WhenAny(error.Heard, serving);

        using var client = new HttpClient();
        var address = Address().Match(error.All).Value;
        var health = await client.GetStringAsync(new Uri($"{address}/api/health"));
        await Cchc.DoneAsync("health", "--url", address);
        await stop.CancelAsync();

        health.ShouldBe("green");
        (await serving).ShouldBe(0, error.All);
        error.All.ShouldEndWith("Nhấn Ctrl+C để dừng.\nĐã dừng.\n");
    }

    [Fact]
    public async Task It_tells_in_a_line_what_happened()
    {
        using var stop = new CancellationTokenSource();
        await using var error = new Hearing("Đã nạp: ");
        var storage = stores.New();
        string[] args = ["serve", "--urls", "http://127.0.0.1:0", "--storage", storage];
        var serving = CommandLine.RunAsync(args, TextWriter.Null, error, stop.Token);
        string[] upload = ["ingest", SampleFolder.At("exports", "danh-sach-ba-dong.csv"), "--unit", "29956"];
        // Lines tell of what happens once it serves: a busy machine may take the file in before.
        while (!error.All.Contains("Nhấn Ctrl+C", StringComparison.Ordinal) && !serving.IsCompleted)
            await Task.Delay(100);
        await Cchc.RunAsync([.. upload, "--storage", storage]);

        (await Task.WhenAny(error.Heard, serving, Task.Delay(TimeSpan.FromSeconds(60)))).ShouldBe(
            error.Heard,
            error.All
        );
        await stop.CancelAsync();

        (await serving).ShouldBe(0, error.All);
        error.All.ShouldContain(" | Gần nhất: ");
    }

    [Fact]
    public async Task A_trace_is_printed_after_the_command()
    {
        string[] upload = ["ingest", SampleFolder.At("exports", "danh-sach-ba-dong.csv"), "--unit", "29956"];

        var run = await Cchc.RunAsync([.. upload, "--trace", "all", "--storage", stores.New()]);

        run.Error.ShouldContain("PutExport");
        run.Error.ShouldContain("└─ TakeInExport");
        run.Output.ShouldNotContain("TakeInExport", Case.Sensitive, "results only");
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

    /// <summary>Waits for a word on standard error.</summary>
    private sealed class Hearing(string word) : StringWriter
    {
        private readonly Lock oneAtATime = new();
        private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Heard => heard.Task;

        public string All
        {
            get
            {
                lock (oneAtATime)
                    return ToString();
            }
        }

        public override void Write(string? value)
        {
            lock (oneAtATime)
                base.Write(value);
            if (value?.Contains(word, StringComparison.Ordinal) is true)
                heard.TrySetResult();
        }
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
