using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Review;

/// <summary>What a review found.</summary>
/// <param name="Units">Every unit valid on the period's last day, but those that wait.</param>
/// <param name="Queued">How many notices were queued by this call.</param>
/// <param name="Waiting">Units set aside because what is stored of them can't be read; the review isn't done before they are judged.</param>
public sealed record ReviewResult(IReadOnlyList<ReviewedUnit> Units, int Queued, IReadOnlyList<UnitTrouble> Waiting);

/// <summary>
/// Reviews a closed period once: freezes figures and verdicts of every unit, keeps the follow-up register, queues a
/// notice for each unit that needs one and the reports, and marks the period done last (design.md §4, laws 6 and 7).
/// A unit that can't be judged is set aside by name: all others are done with, but neither the reports nor the period
/// before it is, too (laws 2b and 10).
/// </summary>
public sealed partial class ReviewQuarter(
    Registers registers,
    ReviewBases bases,
    ExamineUnit examine,
    FreezeUnit freeze,
    FollowUpReview followUps,
    QueueNotices notices,
    WaitingUnits waiting,
    ReviewTable table,
    Instruments instruments,
    TimeProvider time,
    ILogger<ReviewQuarter> log
)
{
    private const int Parallelism = 8;

    /// <summary>The verdicts on the figures as they stand now; nothing is stored but checklists' lines that had been lost.</summary>
    public async Task<ReviewResult> DryRunAsync(Period period, CancellationToken cancellation)
    {
        var basis = await bases.ReadAsync(period, cancellation);
        var (examined, failed) = await ForEachAsync(
            basis.Registers.Units.ValidOn(period.To),
            unit => unit.Id,
            async (unit, token) => (await examine.ExamineAsync(basis, unit, period, token)).Unit,
            cancellation
        );
        var unlisted = basis
            .Registers.OfOneUnit.Where(damage => UnitTable.IdOf(damage) is not null)
            .Select(damage => UnitTrouble.Of(UnitTable.IdOf(damage)!, damage));
        return new(examined, 0, [.. Troubles(failed), .. unlisted]);
    }

    /// <summary>The frozen review, if the period was reviewed before.</summary>
    /// <exception cref="UnreadableException">Nobody can tell whether it was.</exception>
    public async Task<FrozenRows?> FindAsync(Period period, CancellationToken cancellation)
    {
        var rows = await table.ListAsync(period, (await registers.GetAsync(cancellation)).Units, cancellation);
        rows.RefuseUnknown();
        return rows.State is FrozenState.Done ? rows : null;
    }

    /// <summary>Reviews a closed period, or returns its frozen review.</summary>
    /// <exception cref="InvalidOperationException">The period is still open.</exception>
    /// <exception cref="UnreadableListException">A list can't be read, or lacks a unit; nothing is frozen.</exception>
    public async Task<ReviewResult> ReviewAsync(Period period, CancellationToken cancellation)
    {
        if (period.Key is not { Kind: PeriodKind.Quarter })
            throw new InvalidOperationException($"Chỉ chốt đánh giá theo quý; kỳ {period.Name} chỉ có thể xem trước.");
        if (period.To >= time.Today())
            throw new InvalidOperationException(
                $"Kỳ {period.Name} chưa kết thúc (đến hết ngày {DayText.Of(period.To)}); chỉ có thể xem trước."
            );
        var spans = new ReviewSpans(period);
        return await spans.WholeAsync(() => ReviewAsync(period, spans, cancellation));
    }

    private async Task<ReviewResult> ReviewAsync(Period period, ReviewSpans spans, CancellationToken cancellation)
    {
        if (await FindAsync(period, cancellation) is { } frozen)
        {
            // A try that another one overtook may have noted whom it waited for after that one was through.
            await waiting.NoteAsync(period, [], cancellation);
            return new(
                Judged(frozen.Units),
                await notices.AskForMissingAsync(frozen, spans, cancellation),
                [.. frozen.Troubles]
            );
        }
        var basis = await bases.ReadAsync(period, cancellation);
        // Frozen without one of them, the period would never be reviewed with it.
        if (basis.Registers.OfOneUnit is { Count: > 0 } unlisted)
            throw new UnreadableListException(unlisted);
        var units = basis.Registers.Units.ValidOn(period.To).ToList();
        if (units.Count == 0)
            throw new InvalidOperationException(
                $"Không có đơn vị nào có hiệu lực vào ngày {DayText.Of(period.To)}. Hãy nhập danh sách đơn vị (units import) rồi chạy lại."
            );
        var (frozenNow, unjudged) = await ForEachAsync(
            units.Concat(basis.Registers.Units.EndedIn(period)),
            unit => unit.Id,
            (unit, token) => spans.UnitAsync(unit, () => freeze.FreezeAsync(basis, unit, period, token)),
            cancellation
        );
        var (reviewed, unfollowed) = await FollowUpAsync(period, frozenNow, spans, cancellation);
        IReadOnlyList<FailedUnit> failed = [.. unjudged, .. unfollowed];
        var setAside = Troubles(failed);
        await waiting.NoteAsync(period, setAside, cancellation);
        var queued = await notices.AskAsync(
            period,
            reviewed,
            new(IsAgain: basis.Frozen.Count > 0, IsWhole: failed.Count == 0),
            spans,
            cancellation
        );
        if (failed.Count > 0)
        {
            foreach (var (unit, why) in failed)
                LogWaits(why, period.Name, unit);
            return new(Judged(reviewed), queued, setAside);
        }
        var letters = reviewed.Count(unit => unit.NeedsNotice);
        await table.MarkDoneAsync(
            period,
            [.. reviewed.Select(unit => unit.Unit.Id)],
            letters,
            time.GetUtcNow(),
            cancellation
        );
        instruments.Reviews.Add(1);
        LogReviewed(period.Name, reviewed.Count, letters);
        return new(Judged(reviewed), queued, []);
    }

    private async Task<(IReadOnlyList<ReviewedUnit>, IReadOnlyList<FailedUnit>)> FollowUpAsync(
        Period period,
        IReadOnlyList<ReviewedUnit> reviewed,
        ReviewSpans spans,
        CancellationToken cancellation
    )
    {
        if (period.Key is not { Kind: PeriodKind.Quarter })
            return (reviewed, []);
        return await ForEachAsync(
            reviewed,
            unit => unit.Unit.Id,
            async (unit, token) =>
            {
                await spans.FollowUpAsync(unit, () => followUps.FollowUpAsync(unit, token));
                return unit;
            },
            cancellation
        );
    }

    /// <summary>Units that ended inside the period are frozen for its totals alone.</summary>
    private static IReadOnlyList<ReviewedUnit> Judged(IReadOnlyList<ReviewedUnit> units) =>
        [.. units.Where(unit => !unit.HasEnded)];

    /// <summary>A unit's failure, which is no other's.</summary>
    private sealed record FailedUnit(string Unit, Exception Why);

    private static async Task<(IReadOnlyList<ReviewedUnit>, IReadOnlyList<FailedUnit>)> ForEachAsync<T>(
        IEnumerable<T> units,
        Func<T, string> idOf,
        Func<T, CancellationToken, Task<ReviewedUnit>> review,
        CancellationToken cancellation
    )
    {
        var all = units.ToList();
        var reviewed = new ReviewedUnit?[all.Count];
        var failures = await InTurn.TryEachAsync(
            all.Index(),
            Parallelism,
            async (at, token) => reviewed[at.Index] = await review(at.Item, token),
            cancellation
        );
        return (
            [.. reviewed.OfType<ReviewedUnit>()],
            [.. failures.Select(failed => new FailedUnit(idOf(failed.One.Item), failed.Failure))]
        );
    }

    private static IReadOnlyList<UnitTrouble> Troubles(IEnumerable<FailedUnit> failed) =>
        [
            .. failed
                .Select(unit => UnitTrouble.Of(unit.Unit, unit.Why))
                .OrderBy(trouble => trouble.Unit, StringComparer.Ordinal),
        ];

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Reviewed {Period}: {Units} units, {Notices} notices queued"
    )]
    private partial void LogReviewed(string period, int units, int notices);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Period} waits for {Unit}, which can't be judged; the others' letters go out"
    )]
    private partial void LogWaits(Exception why, string period, string unit);
}
