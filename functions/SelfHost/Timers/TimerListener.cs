using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Timers;

/// <summary>
/// Waits for one timer's next occurrence, runs it, records it. A run that takes longer than the schedule's step skips
/// what it overlaps; runs missed while the host was down become one, past due.
/// </summary>
internal sealed partial class TimerListener(
    IndexedFunction function,
    TimerTrigger trigger,
    TimerRunner runner,
    TimerStatus store,
    Pulse pulse,
    TimeProvider time,
    ILogger<TimerListener> log
) : IListener
{
    /// <summary>A sleeping laptop's timers stand still: the clock is looked at again at least this often.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public Pulse Pulse => pulse;

    /// <summary>A timer polls nothing: only its end is to be told.</summary>
    public async Task RunAsync(CancellationToken polling, CancellationToken running)
    {
        pulse.Rest();
        var began = Now;
        var status = await GuardAsync(BeginAsync) ?? new ScheduleStatus { Next = Next(Now) };
        if (status.LastUpdated != default && Next(status.LastUpdated) <= began)
            status = await TickAsync(status, isPastDue: true, running);
        else if (trigger.RunOnStartup)
            status = await TickAsync(status, isPastDue: false, running);
        while (await WaitUntilAsync(status.Next = Next(Now), polling))
            status = await TickAsync(status, isPastDue: false, running);
    }

    /// <summary>A run under way is known to <see cref="HostActivity"/>; the next one is nothing to wait for.</summary>
    public Task<bool> HasWorkAsync(CancellationToken cancellation) => Task.FromResult(false);

    private DateTime Next(DateTime from) => trigger.Schedule.GetNextOccurrence(from);

    /// <summary>The first start is recorded too: from then on a missed run is a missed run.</summary>
    private async Task<ScheduleStatus?> BeginAsync()
    {
        if (await store.LoadAsync() is { } known)
            return known;
        var status = new ScheduleStatus { Next = Next(Now), LastUpdated = Now };
        await store.SaveAsync(status);
        return status;
    }

    private async Task<bool> WaitUntilAsync(DateTime due, CancellationToken polling)
    {
        while (!polling.IsCancellationRequested && due - Now is var left && left > TimeSpan.Zero)
        {
            var sleep = left < LongestSleep ? left : LongestSleep;
            await Task.Delay(sleep, time, polling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return !polling.IsCancellationRequested;
    }

    private async Task<ScheduleStatus> TickAsync(ScheduleStatus status, bool isPastDue, CancellationToken running)
    {
        var began = Now;
        var info = new TimerInfo { ScheduleStatus = trigger.UseMonitor ? status : null, IsPastDue = isPastDue };
        await GuardAsync(async () =>
        {
            await runner.RunAsync(function, info, running);
            LogDone(function.Name);
            return status;
        });
        if (running.IsCancellationRequested)
            return status; // Cut off: not recorded, so that the next start makes up for it.
        var after = new ScheduleStatus
        {
            Last = began,
            Next = Next(Now),
            LastUpdated = Now,
        };
        await GuardAsync(async () =>
        {
            await store.SaveAsync(after);
            return after;
        });
        return after;
    }

    /// <summary>Whatever fails, the schedule moves on (azure.md §2).</summary>
    private async Task<ScheduleStatus?> GuardAsync(Func<Task<ScheduleStatus?>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception problem)
        {
            LogFailed(problem, function.Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Function} ran on schedule")]
    private partial void LogDone(string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed; the schedule moves on")]
    private partial void LogFailed(Exception problem, string function);
}
