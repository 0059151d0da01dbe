using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.SelfHost.Tests.Timers;

public sealed class TimerTriggerTests(Storage storage)
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2022, 3, 18, 8, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_timer_fires_on_its_schedule()
    {
        await using var host = await StartAsync("timer-schedule");
        await UntilNotesAsync(host, 2);
        host.Notes.ShouldBe(["09:00", "10:00"]);
    }

    [Fact]
    public async Task A_failure_doesnt_stop_the_schedule()
    {
        await using var host = await StartAsync("timer-failure");
        host.Notes.Failures = 1;
        await UntilNotesAsync(host, 2);
        host.Notes.ShouldBe(["09:00", "10:00"]);
    }

    [Fact]
    public async Task Runs_missed_while_the_host_was_down_become_one_that_is_past_due()
    {
        await using (var host = await StartAsync("timer-missed"))
            await UntilNotesAsync(host, 1);
        _time.SetUtcNow(new(2022, 3, 18, 13, 30, 0, TimeSpan.Zero));
        await using (var again = await StartAsync("timer-missed"))
        {
            await Eventually.TrueAsync(() => !again.Notes.IsEmpty);
            await UntilNotesAsync(again, 2);
            again.Notes.ShouldBe(["13:30 past due", "14:00"]);
        }
        await using var third = await StartAsync("timer-missed");
        await UntilNotesAsync(third, 1);
        third.Notes.ShouldBe(["15:00"]);
    }

    [Fact]
    public async Task The_status_lies_where_the_official_host_keeps_it()
    {
        await using var host = await StartAsync("timer-status");
        await UntilNotesAsync(host, 1);
        await host.Host.StopAsync();
        var status = await new BlobContainerClient(storage.Connection, "azure-webjobs-hosts")
            .GetBlobClient("timers/timer-status/Host.Functions.Hourly/status")
            .DownloadContentAsync();
        var read = status.Value.Content.ToObjectFromJson<ScheduleStatus>()!;
        (read.Last, read.Next).ShouldBe((Utc(9), Utc(10)));
    }

    [Fact]
    public async Task By_hand_a_timer_runs_at_once_and_its_failure_is_seen()
    {
        await using var host = await StartAsync("timer-hand");
        var timers = host.Host.Services.GetRequiredService<TimerRunner>();
        await timers.RunNowAsync("Hourly");
        host.Notes.ShouldBe(["08:30"]);
        host.Notes.Failures = 2;
        await Should.ThrowAsync<InvalidOperationException>(() => timers.RunNowAsync("Hourly"));
        (await Should.ThrowAsync<ArgumentException>(() => timers.RunNowAsync("Other"))).Message.ShouldContain("Hourly");
    }

    private static DateTime Utc(int hour) => new(2022, 3, 18, hour, 0, 0, DateTimeKind.Utc);

    private Task<Running> StartAsync(string place) =>
        Running.StartAsync(
            storage.Connection,
            place,
            typeof(TimerFunctions),
            builder =>
            {
                builder.Configuration["Schedule"] = "0 0 * * * *";
                builder.Services.AddSingleton<TimeProvider>(_time);
            }
        );

    /// <summary>Moves the clock a minute whenever the host had time to look at it.</summary>
    private Task UntilNotesAsync(Running host, int count) =>
        Eventually.TrueAsync(async () =>
        {
            if (host.Notes.Count >= count)
                return true;
            await Task.Delay(5);
            _time.Advance(TimeSpan.FromMinutes(1));
            return false;
        });
}
