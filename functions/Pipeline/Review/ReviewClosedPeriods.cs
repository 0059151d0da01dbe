using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Review;

/// <summary>The hourly tick: which closed quarters of the configured scheme lack a finished review?</summary>
public sealed partial class ReviewClosedPeriods(
    ReviewQuarter review,
    ReviewTable table,
    AskForMended mended,
    WaitingReports reports,
    ReviewOrder order,
    Registers registers,
    ChecklistTable checklists,
    PeriodScheme scheme,
    IOptions<ReviewSettings> settings,
    Instruments instruments,
    TimeProvider time,
    ILogger<ReviewClosedPeriods> log
)
{
    /// <summary>Reviews each of them; returns their names.</summary>
    public async Task<IReadOnlyList<string>> ReviewAsync(CancellationToken cancellation)
    {
        await mended.AskAsync(cancellation);
        await reports.AskAsync(cancellation);
        var due = await DueAsync(cancellation);
        var reviewed = new List<string>();
        // Said before the first review, too: one that fails leaves its quarter counted.
        TellOverdue();
        foreach (var quarter in due)
        {
            if (!await HasUnitsAsync(quarter, cancellation))
                continue;
            // Later quarters wait too: each is compared with the one before.
            if (await WaitsForChecklistAsync(quarter, cancellation))
                break;
            // So they do while a unit is set aside: the next tick looks at it again.
            if ((await review.ReviewAsync(quarter.In(scheme), cancellation)).Waiting.Count > 0)
                break;
            reviewed.Add(quarter.Name);
            TellOverdue();
        }
        return reviewed;

        void TellOverdue() =>
            instruments.Overdue.Read(due.Count(each => IsOverdue(each) && !reviewed.Contains(each.Name)));
    }

    /// <summary>Past their review day and without a finished review, the earliest first.</summary>
    private async Task<IReadOnlyList<PeriodKey>> DueAsync(CancellationToken cancellation)
    {
        var due = new List<PeriodKey>();
        for (
            var quarter = await order.FirstByItselfAsync(cancellation);
            ;
            quarter = quarter with { Ordinal = quarter.Ordinal + 1 }
        )
        {
            if (time.Today() < quarter.To(scheme).AddDays(settings.Value.DaysAfterClose))
                return due;
            if (!await table.IsDoneAsync(quarter.Name, cancellation))
                due.Add(quarter);
        }
    }

    private async Task<bool> WaitsForChecklistAsync(PeriodKey quarter, CancellationToken cancellation) =>
        !IsOverdue(quarter)
        && await checklists.ReadAsync(quarter.Name, cancellation) is { Rows.Count: 0, Damages.Count: 0 };

    /// <summary>Also past the days for which a review may wait for its checklist.</summary>
    private bool IsOverdue(PeriodKey quarter) =>
        time.Today() >= quarter.To(scheme).AddDays(settings.Value.DaysAfterClose + settings.Value.ChecklistWaitDays);

    /// <summary>A quarter without any unit waits for their import: "done" would keep their letters from being written.</summary>
    private async Task<bool> HasUnitsAsync(PeriodKey quarter, CancellationToken cancellation)
    {
        var has = (await registers.GetAsync(cancellation)).Units.ValidOn(quarter.To(scheme)).Any();
        if (!has)
            LogNoUnits(quarter.Name);
        return has;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Period} waits for its review: no unit is registered for its last day"
    )]
    private partial void LogNoUnits(string period);
}
