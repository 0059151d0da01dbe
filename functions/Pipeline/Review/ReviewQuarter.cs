using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Review;

/// <summary>What a review found.</summary>
/// <param name="Units">Every unit valid on the period's last day.</param>
/// <param name="Queued">How many notices were queued by this call.</param>
public sealed record ReviewResult(IReadOnlyList<ReviewedUnit> Units, int Queued);

/// <summary>
/// Reviews a closed period once: freezes figures and verdicts of every unit, keeps the follow-up register, queues a
/// notice for each unit that needs one and the reports, and marks the period done last (design.md §4, laws 6 and 7).
/// </summary>
/// <remarks>Any closed period may be reviewed by command; only quarters are compared and followed up.</remarks>
public sealed partial class ReviewQuarter(
    Registers registers,
    ReviewBases bases,
    ExamineUnit examine,
    FreezeUnit freeze,
    FollowUpReview followUps,
    QueueNotices notices,
    ReviewTable table,
    Instruments instruments,
    TimeProvider time,
    ILogger<ReviewQuarter> log
)
{
    private const int Parallelism = 8;

    /// <summary>The verdicts on the figures as they stand now; nothing is stored.</summary>
    public async Task<IReadOnlyList<ReviewedUnit>> DryRunAsync(Period period, CancellationToken cancellation)
    {
        var basis = await bases.ReadAsync(period, cancellation);
        return await ForEachAsync(
            basis.Registers.Units.ValidOn(period.To),
            async (unit, token) => (await examine.ExamineAsync(basis, unit, period, token)).Unit,
            cancellation
        );
    }

    /// <summary>The frozen review, if the period was reviewed before.</summary>
    public async Task<IReadOnlyList<ReviewedUnit>?> FindAsync(Period period, CancellationToken cancellation) =>
        await table.IsDoneAsync(period.Name, cancellation)
            ? await table.ListAsync(period, (await registers.GetAsync(cancellation)).Units, cancellation)
            : null;

    /// <summary>Reviews a closed period, or returns its frozen review.</summary>
    /// <exception cref="InvalidOperationException">The period is still open.</exception>
    public async Task<ReviewResult> ReviewAsync(Period period, CancellationToken cancellation)
    {
        if (period.To >= time.Today())
            throw new InvalidOperationException(
                $"Kỳ {period.Name} chưa kết thúc (đến hết ngày {period.To:dd/MM/yyyy}); chỉ có thể xem trước."
            );
        var spans = new ReviewSpans(period);
        return await spans.WholeAsync(() => ReviewAsync(period, spans, cancellation));
    }

    private async Task<ReviewResult> ReviewAsync(Period period, ReviewSpans spans, CancellationToken cancellation)
    {
        if (await FindAsync(period, cancellation) is { } frozen)
            return new(frozen, await notices.AskForMissingAsync(period, frozen, spans, cancellation));
        var basis = await bases.ReadAsync(period, cancellation);
        var units = basis.Registers.Units.ValidOn(period.To).ToList();
        if (units.Count == 0)
            throw new InvalidOperationException(
                $"Không có đơn vị nào có hiệu lực vào ngày {period.To:dd/MM/yyyy}. Hãy nhập danh sách đơn vị (units import) rồi chạy lại."
            );
        var reviewed = await ForEachAsync(
            units,
            (unit, token) => spans.UnitAsync(unit, () => freeze.FreezeAsync(basis, unit, period, token)),
            cancellation
        );
        await FollowUpAsync(period, reviewed, spans, cancellation);
        var queued = await notices.AskAsync(period, reviewed, spans, cancellation);
        await table.MarkDoneAsync(period, reviewed.Count, queued, time.GetUtcNow(), cancellation);
        instruments.Reviews.Add(1);
        LogReviewed(period.Name, reviewed.Count, queued);
        return new(reviewed, queued);
    }

    private async Task FollowUpAsync(
        Period period,
        IReadOnlyList<ReviewedUnit> reviewed,
        ReviewSpans spans,
        CancellationToken cancellation
    )
    {
        if (period.Key is not { Kind: PeriodKind.Quarter })
            return;
        await ForEachAsync(
            reviewed,
            async (unit, token) =>
            {
                await spans.FollowUpAsync(unit, () => followUps.FollowUpAsync(unit, token));
                return unit;
            },
            cancellation
        );
    }

    private static async Task<IReadOnlyList<ReviewedUnit>> ForEachAsync<T>(
        IEnumerable<T> units,
        Func<T, CancellationToken, Task<ReviewedUnit>> review,
        CancellationToken cancellation
    )
    {
        var all = units.ToList();
        var reviewed = new ReviewedUnit[all.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            all.Index(),
            options,
            async (at, token) => reviewed[at.Index] = await review(at.Item, token)
        );
        return reviewed;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Reviewed {Period}: {Units} units, {Notices} notices queued"
    )]
    private partial void LogReviewed(string period, int units, int notices);
}
