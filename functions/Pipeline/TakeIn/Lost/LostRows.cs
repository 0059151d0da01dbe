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
    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        if (units.All.Count == 0 || await restored.IsHalfRestoredAsync(cancellation))
            return [];
        var frozen = await reviews.ListAllAsync(units, cancellation);
        return
        [
            .. await followUps.FindAsync(frozen, cancellation),
            .. await mails.FindAsync(cancellation),
            .. await lines.FindAsync(cancellation),
        ];
    }

    /// <summary>Puts back what is known whole, and names the others until they are there again.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var lost = await FindAsync(cancellation);
        await PutBackAsync(lost.Where(row => row.IsKnownWhole), cancellation);
        var named = lost.Where(row => !row.IsKnownWhole).Select(row => row.Damage).ToList();
        foreach (var damage in await marks.ListAsync(cancellation))
        {
            if (LostRow.IsOf(damage) && RowKinds.IsKept(damage) && named.All(other => other.Place != damage.Place))
                await marks.ClearAsync(damage.Place, cancellation);
        }
        foreach (var damage in named)
            await marks.SetAsync(damage, cancellation);
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
            LogPutBack(row.Damage.Place);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {Place} was gone and is put back from what else is stored")]
    private partial void LogPutBack(string place);
}
