using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>Asks for the letters of units whose rows could not be read and now can.</summary>
public sealed class AskForMended(ReviewQuarter review, ReviewTable table, DamageMarks marks, Registers registers)
{
    public async Task AskAsync(CancellationToken cancellation)
    {
        var marked = (await marks.ListAsync(cancellation))
            .Select(damage => (damage, period: table.PeriodOf(damage)))
            .Where(of => of.period is not null)
            .GroupBy(of => of.period!, of => of.damage);
        var units = (await registers.GetAsync(cancellation)).Units;
        foreach (var period in marked)
        {
            var rows = await table.ListAsync(period.Key, units, cancellation);
            var mended = period.Where(damage => rows.IsMended(damage, units)).ToList();
            // One that isn't finished is taken up by the tick, and one of which nobody knows is left alone.
            if (mended.Count > 0 && rows.State is FrozenState.Done)
                await review.ReviewAsync(period.Key, cancellation);
            foreach (var damage in mended)
                await marks.ClearAsync(damage.Place, cancellation);
        }
    }

    /// <summary>Whether what a mark names is put right; null: it is nothing of a review.</summary>
    public async Task<bool?> IsMendedAsync(Damage damage, CancellationToken cancellation)
    {
        if (table.PeriodOf(damage) is not { } period)
            return null;
        var units = (await registers.GetAsync(cancellation)).Units;
        return (await table.ListAsync(period, units, cancellation)).IsMended(damage, units);
    }
}
