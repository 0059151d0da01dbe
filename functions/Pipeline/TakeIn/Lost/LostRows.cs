using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>
/// Rows that are gone although something else says there must be some. What is known whole is put back; what is not is
/// named and waits for a person, and nobody is mailed again for it.
/// </summary>
public sealed partial class LostRows(
    LostFollowUps followUps,
    LostMails mails,
    LostLines lines,
    ReviewTable reviews,
    Registers registers,
    RestoreMark restored,
    DamageMarks marks,
    ILogger<LostRows> log
)
{
    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation) =>
        await FrozenAsync(cancellation) is { } frozen ? await FindAsync(frozen, cancellation) : [];

    /// <summary>Null where nothing can be told: the units are lost, or the store is being restored.</summary>
    private async Task<IReadOnlyList<FrozenRows>?> FrozenAsync(CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        return units.All.Count == 0 || await restored.IsHalfRestoredAsync(cancellation)
            ? null
            : await reviews.ListAllAsync(units, cancellation);
    }

    private async Task<IReadOnlyList<LostRow>> FindAsync(
        IReadOnlyList<FrozenRows> frozen,
        CancellationToken cancellation
    ) =>
        [
            .. frozen.Where(review => review.LacksLast).Select(LastOf),
            .. await followUps.FindAsync(frozen, cancellation),
            .. await mails.FindAsync(cancellation),
            .. await lines.FindAsync(cancellation),
        ];

    private LostRow LastOf(FrozenRows review) =>
        new(
            LostRow.DamageAt(
                StoredRow.PlaceOf(StoredNames.ReviewsTable, review.Period.Name, Keys.ReviewDone),
                "cchc health ghi lại dòng này"
            ),
            "",
            then => reviews.AddDoneAsync(review.Period.Name, review.End!, then)
        );

    /// <summary>Puts back what is known whole, and names the others until they are there again.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var frozen = await FrozenAsync(cancellation);
        var lost = frozen is null ? [] : await FindAsync(frozen, cancellation);
        await PutBackAsync(lost.Where(row => row.IsKnownWhole), cancellation);
        var named = lost.Where(row => !row.IsKnownWhole).Select(row => row.Damage).ToList();
        foreach (var damage in await marks.ListAsync(cancellation))
        {
            if (LostRow.IsOf(damage) && RowKinds.IsKept(damage) && named.All(other => other.Place != damage.Place))
                await marks.ClearAsync(damage.Place, cancellation);
        }
        foreach (var damage in named)
            await marks.SetAsync(damage, cancellation);
        foreach (var review in frozen ?? [])
            await reviews.NoteAsync(review, cancellation);
        await mails.CopyAsync(cancellation);
    }

    /// <summary>Puts all of them back, as far as they are known; returns them.</summary>
    public async Task<IReadOnlyList<LostRow>> PutBackAsync(CancellationToken cancellation)
    {
        var lost = (await FindAsync(cancellation)).Where(row => !row.IsUnknown).ToList();
        await PutBackAsync(lost, cancellation);
        return lost;
    }

    private async Task PutBackAsync(IEnumerable<LostRow> lost, CancellationToken cancellation)
    {
        foreach (var row in lost)
        {
            await row.PutBackAsync(cancellation);
            await marks.ClearAsync(row.Damage.Place, cancellation);
            if (row.Then is { } then)
                await marks.SetAsync(then, cancellation);
            LogPutBack(row.Damage.Place);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {Place} was gone and is put back from what else is stored")]
    private partial void LogPutBack(string place);
}
