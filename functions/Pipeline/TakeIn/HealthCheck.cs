using Azure;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What whoever runs the pipeline knows of itself and storage can't tell, e.g. a host of its listeners.</summary>
/// <param name="Wrong">Names what is wrong now; empty = nothing.</param>
public sealed record HealthReading(Func<IReadOnlyList<string>> Wrong);

/// <summary>How the pipeline is.</summary>
public enum HealthColour
{
    /// <summary>Storage answers, nothing was given up, nothing is for staff to decide.</summary>
    Green,

    /// <summary>All of it works, but staff have something to decide.</summary>
    Yellow,

    /// <summary>Something was given up or lies damaged, and nobody has put it right yet.</summary>
    Red,
}

/// <summary>What is wrong, and what waits for a decision.</summary>
public sealed class HealthCheck(
    PoisonMarks marks,
    PoisonQueues queues,
    StandingDamages damages,
    MissingLedgers ledgers,
    Registers registers,
    IEnumerable<SettingCheck> settings,
    CurrentReader reader,
    ReceiptStore receipts,
    MarkPoisonedChecklist checklists,
    Fingerprints fingerprints,
    OutboxTroubles mails,
    PullGaps pulls,
    IEnumerable<HealthReading> readings
)
{
    public async Task<HealthColour> ColourAsync(CancellationToken cancellation)
    {
        if (readings.Any(reading => reading.Wrong().Count > 0))
            return HealthColour.Red;
        try
        {
            if (
                (await StandingAsync(cancellation)).Count > 0
                || (await DamagesAsync(cancellation)).Count > 0
                || (await LyingAsync(cancellation)).Count > 0
            )
                return HealthColour.Red;
            return
                (await DoubtsAsync(cancellation)).Count > 0
                || (await MailsAsync(cancellation)).Count > 0
                || (await PullsAsync(cancellation)).Count > 0
                ? HealthColour.Yellow
                : HealthColour.Green;
        }
        catch (Exception silent) when (silent is RequestFailedException or AggregateException)
        {
            // The storage doesn't answer, after all of the client's retries.
            return HealthColour.Red;
        }
    }

    /// <summary>Contents that count for two units, as sentences for staff, who withdraw the wrong one.</summary>
    public async Task<IReadOnlyList<string>> DoubtsAsync(CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        return [.. (await fingerprints.ListAsync(cancellation)).Select(doubt => DoubtWords.ToStaff(doubt, units))];
    }

    /// <summary>Mails that don't go out, or not to all, as sentences for staff.</summary>
    public Task<IReadOnlyList<string>> MailsAsync(CancellationToken cancellation) => mails.ListAsync(cancellation);

    /// <summary>Days that pulled sources owe, as sentences for staff. A list that can't be read is among the damages.</summary>
    public async Task<IReadOnlyList<string>> PullsAsync(CancellationToken cancellation)
    {
        try
        {
            return await pulls.ListAsync(cancellation);
        }
        catch (UnreadableException)
        {
            return [];
        }
    }

    /// <summary>What lies damaged in storage and is not put right, as whoever met it noted; lost ledgers; staff's lists and settings.</summary>
    public async Task<IReadOnlyList<Damage>> DamagesAsync(CancellationToken cancellation) =>
        [
            .. await damages.ListAsync(cancellation),
            .. await ledgers.FindAsync(cancellation),
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
