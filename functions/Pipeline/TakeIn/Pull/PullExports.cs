using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Fetches the exports of sources that give them out; they are taken in as any other upload.</summary>
public sealed partial class PullExports(
    StaffSetting<PullSources> sources,
    PullStates states,
    PullDay pullDay,
    Registers registers,
    TimeProvider time,
    ILogger<PullExports> log
)
{
    private const int SourcesAtOnce = 4;

    /// <summary>So many in a row, and the source is left alone until next time.</summary>
    private const int MostFailures = 3;

    /// <summary>The daily tick: every source whose window is open, every day that is due.</summary>
    public async Task<IReadOnlyList<PullResult>> PullAsync(CancellationToken cancellation)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), VietnamTime.Zone).DateTime;
        var open = (await EnabledAsync(cancellation)).Where(source => source.Window.IsOpenAt(now)).ToList();
        return await PullAsync(open, day: null, cancellation);
    }

    /// <summary>By hand: one source or all, whatever their windows; the days that are due, or one day whatever its state.</summary>
    public async Task<IReadOnlyList<PullResult>> PullAsync(string? id, DateOnly? day, CancellationToken cancellation)
    {
        var chosen = (await EnabledAsync(cancellation)).Where(source => id is null || source.Id == id).ToList();
        return await PullAsync(chosen, day, cancellation);
    }

    private async Task<IEnumerable<PullSource>> EnabledAsync(CancellationToken cancellation) =>
        (await sources.GetAsync(cancellation)).All.Where(source => source.IsEnabled);

    private Task<IReadOnlyList<PullResult>> PullAsync(
        List<PullSource> chosen,
        DateOnly? day,
        CancellationToken cancellation
    ) => Tracing.StepAsync(Spans.PullExports, () => PullChosenAsync(chosen, day, cancellation));

    private async Task<IReadOnlyList<PullResult>> PullChosenAsync(
        List<PullSource> chosen,
        DateOnly? day,
        CancellationToken cancellation
    )
    {
        var results = new List<PullResult>[chosen.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            chosen.Index(),
            options,
            async (at, token) =>
                results[at.Index] = await Tracing.StepAsync(
                    Spans.PullSource,
                    SpanTags.Source,
                    at.Item.Id,
                    () => PullAsync(at.Item, day, token)
                )
        );
        return [.. results.SelectMany(ofSource => ofSource)];
    }

    private async Task<List<PullResult>> PullAsync(PullSource source, DateOnly? only, CancellationToken cancellation)
    {
        var content = await registers.GetAsync(cancellation);
        var state = await states.ReadAsync(source.Id, cancellation);
        var results = new List<PullResult>();
        var failures = 0;
        foreach (var unit in source.Units)
        {
            IReadOnlyList<DateOnly> days = only is { } day
                ? [day]
                : PullPlan.Due(source, unit, state.Of(unit), time.Today(), content.Calendar, content.Units);
            foreach (var due in days)
            {
                if (failures == MostFailures)
                {
                    results.Add(
                        new(
                            source.Id,
                            unit,
                            due,
                            PullOutcome.PutOff,
                            "Tạm dừng vì nguồn lỗi liên tiếp; sẽ thử lại lần sau."
                        )
                    );
                    LogPutOff(source.Id, unit);
                    return results;
                }
                var result = await pullDay.PullAsync(source, unit, due, state.Of(unit).On(due), cancellation);
                failures = result.Outcome is PullOutcome.Failed ? failures + 1 : 0;
                results.Add(result);
            }
        }
        return results;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Source {Source} failed too often in a row and is left alone from unit {Unit} on until next time"
    )]
    private partial void LogPutOff(string source, string unit);
}
