using System.Collections.Concurrent;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Fetches the exports of sources that give them out; they are taken in as any other upload.</summary>
public sealed class PullExports(StaffSetting<PullSources> sources, SourceRound round, TimeProvider time)
{
    private const int SourcesAtOnce = 4;

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
        var results = new ConcurrentDictionary<string, IReadOnlyList<PullResult>>(StringComparer.Ordinal);
        var failures = await InTurn.TryEachAsync(
            chosen,
            SourcesAtOnce,
            async (source, token) =>
                results[source.Id] = await Tracing.StepAsync(
                    Spans.PullSource,
                    SpanTags.Source,
                    source.Id,
                    () => day is { } only ? round.PullAsync(source, only, token) : round.PullDueAsync(source, token)
                ),
            cancellation
        );
        InTurn.Throw([.. failures.Select(failure => failure.Failure)]);
        return [.. chosen.SelectMany(source => results[source.Id])];
    }
}
