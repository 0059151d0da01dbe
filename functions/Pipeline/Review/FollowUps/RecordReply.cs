using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>Notes a unit's written answer in the register; the same answer again changes nothing.</summary>
public sealed class RecordReply(FollowUpTable table)
{
    /// <summary>Notes it.</summary>
    /// <param name="period">The review that the letter came of.</param>
    /// <param name="unit">Whose answer.</param>
    /// <param name="finding">The only finding it is about; null = all of that review.</param>
    /// <param name="number">Of the answer.</param>
    /// <param name="day">Of the answer.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The items as they are now; none when the register has no such item.</returns>
    public async Task<IReadOnlyList<FollowUp>> RecordAsync(
        Period period,
        Unit unit,
        string? finding,
        ReplyNumber number,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var answered = new List<FollowUp>();
        foreach (var item in await table.ListAsync(unit.Id, cancellation))
        {
            if (item.Period != period.Name || (finding is not null && item.Finding != finding))
                continue;
            var changed = await table.ChangeAsync(
                item.Unit,
                item.Period,
                item.Finding,
                present => present with { Reply = number.Text, RepliedOn = day },
                cancellation
            );
            if (changed is not null)
                answered.Add(changed);
        }
        return answered;
    }
}
