using Azure;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What whoever runs the pipeline knows of itself and storage can't tell, e.g. a host of its listeners.</summary>
/// <param name="Wrong">Names what is wrong now; empty = nothing.</param>
public sealed record HealthReading(Func<IReadOnlyList<string>> Wrong);

/// <summary>Green: storage answers and nothing was given up. Red: something was, and nobody has put it right yet.</summary>
public sealed class HealthCheck(
    PoisonMarks marks,
    PoisonQueues queues,
    StandingDamages damages,
    Registers registers,
    IEnumerable<SettingCheck> settings,
    CurrentReader reader,
    ReceiptStore receipts,
    MarkPoisonedChecklist checklists,
    IEnumerable<HealthReading> readings
)
{
    public async Task<bool> IsGreenAsync(CancellationToken cancellation)
    {
        if (readings.Any(reading => reading.Wrong().Count > 0))
            return false;
        try
        {
            return (await StandingAsync(cancellation)).Count == 0
                && (await DamagesAsync(cancellation)).Count == 0
                && (await LyingAsync(cancellation)).Count == 0;
        }
        catch (Exception silent) when (silent is RequestFailedException or AggregateException)
        {
            // The storage doesn't answer, after all of the client's retries.
            return false;
        }
    }

    /// <summary>What lies damaged in storage and is not put right, as whoever met it noted, and staff's lists and settings.</summary>
    public async Task<IReadOnlyList<Damage>> DamagesAsync(CancellationToken cancellation) =>
        [
            .. await damages.ListAsync(cancellation),
            .. (await registers.GetAsync(cancellation)).Damages,
            .. (await reader.ProblemsAsync(cancellation)).Select(problem => new Damage(ProfilesPlace, problem)),
            .. (await Task.WhenAll(settings.Select(setting => setting.DamageAsync(cancellation)))).OfType<Damage>(),
        ];

    private const string ProfilesPlace = StoredNames.Settings + "/" + Paths.Profiles;

    /// <summary>What was given up and has no mark yet: it could not even be marked, or nobody does.</summary>
    public Task<IReadOnlyList<LyingMessages>> LyingAsync(CancellationToken cancellation) =>
        queues.CountAsync(cancellation);

    /// <summary>Marks of what was given up and is not put right; those that are go.</summary>
    public async Task<IReadOnlyList<string>> StandingAsync(CancellationToken cancellation)
    {
        var standing = new List<string>();
        foreach (var mark in await marks.ListAsync(cancellation))
        {
            if (await IsPutRightAsync(mark, cancellation) || await checklists.IsPutRightAsync(mark, cancellation))
                await marks.ClearAsync(mark, cancellation);
            else
                standing.Add(mark);
        }
        return standing;
    }

    /// <summary>An export that the sweep has taken in meanwhile has a final receipt.</summary>
    private async Task<bool> IsPutRightAsync(string mark, CancellationToken cancellation)
    {
        if (FailedUploads.OfMark(mark) is not { } export)
            return false;
        var receipt = await receipts.FindAsync(Paths.ReceiptOf(export), cancellation);
        return receipt is var (found, _) && found.IsFinal;
    }
}
