using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>What became of the days that were put, or that came by another way.</summary>
public sealed class PulledReceipts(ReceiptStore receipts, ExportsTable exports)
{
    /// <summary>A unit's open days of which more is known than its state says.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, DayProgress>> LookAsync(
        string unit,
        UnitState state,
        CancellationToken cancellation
    )
    {
        var known = new Dictionary<DateOnly, DayProgress>();
        foreach (var (day, open) in state.OpenDays.Where(open => open.State.File.Length > 0))
        {
            if (
                open.Progress is not DayProgress.Had
                && await IsTakenAsync(unit, open.File, cancellation) is { } isTaken
            )
                known[day] = isTaken ? DayProgress.Had : DayProgress.Refused;
        }
        var gaps = state
            .OpenDays.Where(open =>
                (known.TryGetValue(open.Day, out var now) ? now : open.State.Progress)
                    is DayProgress.Wanted
                        or DayProgress.Refused
            )
            .Select(open => open.Day)
            .ToList();
        if (gaps.Count == 0)
            return known;
        var taken = await exports.TakenDaysAsync(unit, gaps[0], gaps[^1], cancellation);
        foreach (var day in gaps.Where(taken.Contains))
            known[day] = DayProgress.Had;
        return known;
    }

    /// <summary>The state as receipts tell it now. A day of which another file counts is had, whatever lies there beside.</summary>
    public async Task<UnitState> ToldAsync(string unit, UnitState state, CancellationToken cancellation)
    {
        var told = Told(state, await LookAsync(unit, state, cancellation));
        var put = told.OpenDays.Where(open => open.State.Progress is DayProgress.Put).Select(open => open.Day).ToList();
        if (put.Count == 0)
            return told;
        var taken = await exports.TakenDaysAsync(unit, put[0], put[^1], cancellation);
        return Told(told, put.Where(taken.Contains).ToDictionary(day => day, _ => DayProgress.Had));
    }

    private static UnitState Told(UnitState state, IReadOnlyDictionary<DateOnly, DayProgress> told)
    {
        foreach (var (day, open) in state.OpenDays)
        {
            if (told.TryGetValue(day, out var progress))
                state = state.Opened(day, open with { Progress = progress });
        }
        return state;
    }

    /// <summary>Null while there is no receipt. A file of which no row was taken in gives no figure: its day isn't had.</summary>
    private async Task<bool?> IsTakenAsync(string unit, string file, CancellationToken cancellation) =>
        await receipts.FindAsync(Paths.Receipt(unit, file), cancellation) is var (receipt, _)
            ? receipt.Outcome is Outcome.Accepted or Outcome.Partly or Outcome.Duplicate
                && (receipt.Accepted > 0 || receipt.Rows == 0)
            : null;
}
