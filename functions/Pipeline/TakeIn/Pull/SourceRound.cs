using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>One round of a source: its newest day for each unit in turn, then the day before, until it is seen to be down.</summary>
public sealed partial class SourceRound(
    PullStates states,
    PullDay pullDay,
    PulledReceipts receipts,
    Registers registers,
    TimeProvider time,
    ILogger<SourceRound> log
)
{
    /// <summary>All days that are due.</summary>
    public async Task<IReadOnlyList<PullResult>> PullDueAsync(PullSource source, CancellationToken cancellation)
    {
        var today = time.Today();
        var state = await PlanAsync(source, today, cancellation);
        var due = source
            .Units.SelectMany(unit => PullPlan.Due(source, state.Of(unit), today).Select(day => (Unit: unit, Day: day)))
            .OrderByDescending(due => due.Day)
            // Whoever comes behind units that never answer is not behind them every day.
            .ThenBy(due => (Place(source, due.Unit) + today.DayNumber) % source.Units.Count);
        return await AskAsync(source, state, due, cancellation);
    }

    /// <summary>One day of all units, whatever is known of it.</summary>
    public async Task<IReadOnlyList<PullResult>> PullAsync(
        PullSource source,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var state = await states.ReadAsync(source.Id, cancellation);
        return await AskAsync(source, state, source.Units.Select(unit => (unit, day)), cancellation);
    }

    /// <summary>Opens the days that became due, and closes those that are had.</summary>
    private async Task<PullState> PlanAsync(PullSource source, DateOnly today, CancellationToken cancellation)
    {
        var content = await registers.GetAsync(cancellation);
        var before = await states.ReadAsync(source.Id, cancellation);
        var known = new Dictionary<string, IReadOnlyDictionary<DateOnly, DayProgress>>(StringComparer.Ordinal);
        foreach (var unit in source.Units)
            known[unit] = await receipts.LookAsync(unit, before.Of(unit), cancellation);
        return await states.UpdateAsync(
            source.Id,
            state => source.Units.Aggregate(state, (all, unit) => all.With(unit, Planned(unit, all.Of(unit)))),
            cancellation
        );

        UnitState Planned(string unit, UnitState state)
        {
            foreach (var (day, open) in state.OpenDays)
            {
                // Another process may have put another file meanwhile: that one's receipt is looked at next time.
                if (known[unit].TryGetValue(day, out var progress) && before.Of(unit).Is(day, open))
                    state = state.Opened(day, open with { Progress = progress });
            }
            state = PullPlan.Tidied(source, unit, state, today, content.Calendar, content.Units);
            return PullPlan.Opened(source, unit, state, today, content.Calendar, content.Units);
        }
    }

    private async Task<IReadOnlyList<PullResult>> AskAsync(
        PullSource source,
        PullState state,
        IEnumerable<(string Unit, DateOnly Day)> due,
        CancellationToken cancellation
    )
    {
        var results = new List<PullResult>();
        var silence = new SourceSilence(source.Units.Count);
        var mute = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, day) in due)
        {
            // Each of its days would cost the same minutes of waiting, and hold up the others.
            if (mute.Contains(unit) && source.Units.Count > 1)
                continue;
            if (silence.IsDown)
            {
                results.Add(PullResult.PutOff(source.Id, unit, day));
                LogPutOff(source.Id, unit, day);
                return results;
            }
            var result = await pullDay.PullAsync(source, unit, day, state.Of(unit).Asked(day), cancellation);
            silence.Note(result);
            if (result.IsSilence)
                mute.Add(unit);
            results.Add(result);
        }
        return results;
    }

    private static int Place(PullSource source, string unit) => source.Units.Index().First(at => at.Item == unit).Index;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Source {Source} is down and is left alone from unit {Unit}, day {Day:yyyy-MM-dd} on until next time"
    )]
    private partial void LogPutOff(string source, string unit, DateOnly day);
}
