using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>
/// Items of the follow-up register that finished reviews raised and that are gone. Finding, outcome, number and deadline
/// follow from the frozen verdicts and the record of the letter; what a unit answered was typed in, and nothing else
/// has it.
/// </summary>
public sealed class LostFollowUps(FollowUpTable table, IssuedNotices issued)
{
    private const string Cure =
        "phục hồi từ bản sao lưu, hoặc cchc rebuild: lập lại từ đánh giá đã chốt và công văn đã ban hành, trừ văn bản trả lời của đơn vị";
    private const string Reply = "nếu đơn vị đã trả lời thì ghi lại văn bản trả lời: cchc followups reply";

    /// <summary>Looks for them.</summary>
    /// <param name="reviews">Every period's frozen rows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<LostRow>> FindAsync(
        IReadOnlyList<FrozenRows> reviews,
        CancellationToken cancellation
    )
    {
        var judged = reviews
            .Where(review => review.State is FrozenState.Done && review.Period.Key is { Kind: PeriodKind.Quarter })
            .OrderBy(review => review.Period.From)
            .SelectMany(review => review.Units)
            .GroupBy(unit => unit.Unit.Id, StringComparer.Ordinal);
        var lost = new List<LostRow>();
        foreach (var unit in judged.OrderBy(unit => unit.Key, StringComparer.Ordinal))
        {
            var stored = await table.KeysAsync(unit.Key, cancellation);
            foreach (var review in unit)
            {
                foreach (var raised in FollowUpDecision.Raised(review).Where(item => !stored.Contains(KeyOf(item))))
                    lost.Add(await LostAsync(raised, unit, cancellation));
            }
        }
        return lost;
    }

    private async Task<LostRow> LostAsync(
        FollowUp raised,
        IEnumerable<ReviewedUnit> reviews,
        CancellationToken cancellation
    )
    {
        var item = reviews.Aggregate(raised, FollowUpDecision.Decide);
        if (await issued.FindAsync(item.Period, item.Unit, cancellation) is { } letter)
            item = item with { Number = letter.Number, IssuedOn = letter.Date, Deadline = letter.CorrectionDeadline };
        var place = StoredRow.PlaceOf(StoredNames.FollowUpsTable, item.Unit, KeyOf(item));
        // Only a letter that was issued is answered.
        return new(
            LostRow.DamageAt(place, Cure),
            item.IssuedOn is null ? "" : Reply,
            then => table.AddAsync(item, then)
        );
    }

    private static string KeyOf(FollowUp item) => Keys.FollowUpRow(item.Period, item.Finding);
}
