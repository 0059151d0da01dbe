using System.Text.Json;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>What fails five times in the running app: its receipt, its mark, the colour of health, and the way back.</summary>
public sealed class PoisonedTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 3, 14);
    private static readonly string Name = $"{Desk.Unit}/{Desk.File(Day)}";
    private readonly BuggyHandler handler = new("journal/");
    private RunningApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await RunningApp.StartAsync(
            TimeProvider.System.GetUtcNow(),
            log: null,
            handler,
            ("AzureFunctionsJobHost:extensions:queues:visibilityTimeout", "00:00:00"),
            ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "3"),
            ("SelfHost:MessageLease", "00:00:02")
        );

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        handler.Dispose();
    }

    [Fact]
    public async Task An_upload_is_tried_five_times_told_of_and_brought_back_by_hand()
    {
        await app.PutAsync(Name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();

        handler.Hits.ShouldBe(5);
        (await app.TextAsync(StoredNames.Receipts, $"{Name}.json")).ShouldContain("\"outcome\":\"failed\"");
        (await IsGreenAsync()).ShouldBeFalse();
        var listed = (await ListAsync()).ShouldHaveSingleItem();
        listed.GetProperty("mark").GetString().ShouldBe($"exports/{Name}");
        listed.GetProperty("times").GetInt32().ShouldBe(1);
        listed.GetProperty("queue").ValueKind.ShouldBe(JsonValueKind.Null);

        // The command line's own pipeline has no bug.
        var id = listed.GetProperty("id").GetString()!;
        (await Cchc.DoneAsync("poison", "retry", id, "--storage", app.Connection)).Output.ShouldContain(Name);

        (await app.TextAsync(StoredNames.Receipts, $"{Name}.json")).ShouldContain("\"outcome\":\"accepted\"");
        (await IsGreenAsync()).ShouldBeTrue();
    }

    /// <summary>Five tries within a second tell of the storage, or the moment, more than of the upload.</summary>
    [Fact]
    public async Task Once_the_cause_is_gone_the_next_sweep_takes_it_in_and_health_is_green()
    {
        await app.PutAsync(Name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();
        (await IsGreenAsync()).ShouldBeFalse();

        handler.IsMended = true;
        await app.Services.GetRequiredService<SweepExports>().SweepAsync(default);

        (await app.TextAsync(StoredNames.Receipts, $"{Name}.json")).ShouldContain("\"outcome\":\"accepted\"");
        (await IsGreenAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_the_sweep_fails_on_as_well_waits_for_a_day()
    {
        await app.PutAsync(Name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();
        var sweep = app.Services.GetRequiredService<SweepExports>();

        (await sweep.SweepAsync(default)).ShouldHaveSingleItem();
        (await sweep.SweepAsync(default)).ShouldBeEmpty();

        (await ListAsync()).ShouldHaveSingleItem().GetProperty("times").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_is_tried_as_often_as_host_json_says_and_fails_again()
    {
        await app
            .Store.Queue(StoredNames.NoticesQueue)
            .SendMessageAsync(new NoticeMessage("2022-Q1", "29956").ToJson());
        await app.QuietAsync();

        (await ListAsync()).ShouldHaveSingleItem().GetProperty("mark").GetString().ShouldBe("notices/2022-Q1/29956");
        var again = await Cchc.RunAsync("poison", "retry", "all", "--storage", app.Connection);
        again.ExitCode.ShouldBe(1);
        (await ListAsync()).ShouldHaveSingleItem().GetProperty("times").GetInt32().ShouldBe(2);
        (await IsGreenAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_upload_dropped_is_withdrawn_and_its_reason_kept()
    {
        await app.PutAsync(Name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();

        await Cchc.DoneAsync(
            "poison",
            "drop",
            $"exports/{Name}",
            "--reason",
            "gửi nhầm kỳ",
            "--storage",
            app.Connection
        );

        (await app.TextAsync(StoredNames.Receipts, $"{Name}.json")).ShouldContain("\"outcome\":\"withdrawn\"");
        (await IsGreenAsync()).ShouldBeTrue();
        (await Cchc.DoneAsync("poison", "list", "--storage", app.Connection)).Output.ShouldBe(
            "Không có việc nào bị bỏ dở.\n"
        );
        var kept = await Cchc.DoneAsync("poison", "list", "--dropped", "--storage", app.Connection);
        kept.Output.ShouldContain("gửi nhầm kỳ");
    }

    [Fact]
    public async Task A_checklist_given_up_is_dropped_for_good()
    {
        await app
            .Store.Container(StoredNames.Settings)
            .GetBlobClient(Paths.Criteria)
            .UploadAsync(BinaryData.FromString("no list"), overwrite: true);
        await app
            .Store.Container(StoredNames.Checklists)
            .GetBlobClient("q1.csv")
            .UploadAsync(BinaryData.FromString("a,b\n1,2\n"));
        await app.QuietAsync();
        (await ListAsync()).ShouldHaveSingleItem().GetProperty("mark").GetString().ShouldBe("checklists/q1.csv");

        await Cchc.DoneAsync("poison", "drop", "checklists/q1.csv", "--reason", "sai", "--storage", app.Connection);

        (await ListAsync()).ShouldBeEmpty();
        (await app.TextAsync(StoredNames.Receipts, Paths.ChecklistReceipt("q1.csv"))).ShouldContain("withdrawn");
    }

    private async Task<bool> IsGreenAsync() =>
        await app.Services.GetRequiredService<HealthCheck>().ColourAsync(default) is HealthColour.Green;

    private async Task<IReadOnlyList<JsonElement>> ListAsync()
    {
        var run = await Cchc.DoneAsync("poison", "list", "--format", "json", "--storage", app.Connection);
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
    }
}
