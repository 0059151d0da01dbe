using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Review;

/// <summary>What a review found.</summary>
/// <param name="Units">Every unit valid on the period's last day.</param>
/// <param name="Queued">How many notices were queued by this call.</param>
public sealed record ReviewResult(IReadOnlyList<ReviewedUnit> Units, int Queued);

/// <summary>
/// Reviews a closed period once: freezes figures and verdicts of every unit, queues a notice for each that needs one,
/// and marks the period done last (design.md §4, laws 6 and 7).
/// </summary>
public sealed partial class ReviewQuarter(
    Store store,
    Registers registers,
    ExamineUnit examine,
    FreezeUnit freeze,
    ReviewTable table,
    TimeProvider time,
    ILogger<ReviewQuarter> log
)
{
    private const int Parallelism = 8;

    /// <summary>The verdicts on the figures as they stand now; nothing is stored.</summary>
    public async Task<IReadOnlyList<ReviewedUnit>> DryRunAsync(Period period, CancellationToken cancellation)
    {
        var content = await registers.GetAsync(cancellation);
        return await ForEachUnitAsync(
            content,
            period,
            async (unit, token) => (await examine.ExamineAsync(content, unit, period, token)).Unit,
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
        if (await FindAsync(period, cancellation) is { } frozen)
            return new(
                frozen,
                await QueueAsync(period, await WithoutNoticeAsync(period, frozen, cancellation), cancellation)
            );
        var content = await registers.GetAsync(cancellation);
        if (!content.Units.ValidOn(period.To).Any())
            throw new InvalidOperationException(
                $"Không có đơn vị nào có hiệu lực vào ngày {period.To:dd/MM/yyyy}. Hãy nhập danh sách đơn vị (units import) rồi chạy lại."
            );
        var reviewed = await ForEachUnitAsync(
            content,
            period,
            (unit, token) => freeze.FreezeAsync(content, unit, period, token),
            cancellation
        );
        var needed = reviewed.Where(unit => unit.NeedsNotice).ToList();
        await QueueAsync(period, needed, cancellation);
        await table.MarkDoneAsync(period, reviewed.Count, needed.Count, time.GetUtcNow(), cancellation);
        LogReviewed(period.Name, reviewed.Count, needed.Count);
        return new(reviewed, needed.Count);
    }

    private async Task<int> QueueAsync(
        Period period,
        IReadOnlyList<ReviewedUnit> needed,
        CancellationToken cancellation
    )
    {
        var queue = store.Queue(StoredNames.NoticesQueue);
        foreach (var unit in needed)
            await queue.SendMessageAsync(new NoticeMessage(period.Name, unit.Unit.Id).ToJson(), cancellation);
        return needed.Count;
    }

    /// <summary>Units of a finished review whose letter was given up or deleted: it is asked for again.</summary>
    private async Task<IReadOnlyList<ReviewedUnit>> WithoutNoticeAsync(
        Period period,
        IReadOnlyList<ReviewedUnit> reviewed,
        CancellationToken cancellation
    )
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = Paths.NoticesOf(period.Name) };
        await foreach (var blob in store.Container(StoredNames.Notices).GetBlobsAsync(options, cancellation))
            written.Add(blob.Name);
        return
        [
            .. reviewed.Where(unit =>
                unit.NeedsNotice && !written.Contains(Paths.NoticeHtml(period.Name, unit.Unit.Id))
            ),
        ];
    }

    private static async Task<IReadOnlyList<ReviewedUnit>> ForEachUnitAsync(
        RegisterContent content,
        Period period,
        Func<Unit, CancellationToken, Task<ReviewedUnit>> review,
        CancellationToken cancellation
    )
    {
        var units = content.Units.ValidOn(period.To).ToList();
        var reviewed = new ReviewedUnit[units.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            units.Index(),
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
