using CCHC.Pipeline.TakeIn;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stage Checklists: once a week, are the communes' budgets published?</summary>
public sealed class BudgetPageFunctions(CheckDueBudgetPages pages)
{
    [Function("CheckBudgetPages")]
    public Task CheckBudgetPages(
        [TimerTrigger("%CheckBudgetPagesSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => pages.CheckAsync(cancellation);
}
