namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>Brings the register up to a quarter's frozen review; done twice it changes nothing.</summary>
public sealed class FollowUpReview(FollowUpTable table)
{
    public async Task FollowUpAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        foreach (var item in await table.ListAsync(reviewed.Unit.Id, cancellation))
        {
            if (FollowUpDecision.Decide(item, reviewed) != item)
                await table.ChangeAsync(
                    item.Unit,
                    item.Period,
                    item.Finding,
                    present => FollowUpDecision.Decide(present, reviewed),
                    cancellation
                );
        }
        foreach (var item in FollowUpDecision.Raised(reviewed))
            await table.AddAsync(item, cancellation);
    }
}
