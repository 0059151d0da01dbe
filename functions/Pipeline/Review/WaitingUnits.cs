using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>Which units a review waits for: while there are any, health is red and names them.</summary>
public sealed class WaitingUnits(DamageMarks marks)
{
    /// <summary>These wait now; nobody else of that period does.</summary>
    public async Task NoteAsync(Period period, IReadOnlyList<UnitTrouble> waiting, CancellationToken cancellation)
    {
        var damages = waiting
            .Select(unit => new Damage(PlaceOf(period, unit.Unit), $"đơn vị chưa đánh giá được, {unit.Words}"))
            .ToDictionary(damage => damage.Place, StringComparer.Ordinal);
        foreach (var noted in await marks.ListAsync(cancellation))
        {
            if (
                noted.Place.StartsWith(PlaceOf(period, ""), StringComparison.Ordinal)
                && !damages.ContainsKey(noted.Place)
            )
                await marks.ClearAsync(noted.Place, cancellation);
        }
        foreach (var damage in damages.Values)
            await marks.SetAsync(damage, cancellation);
    }

    private static string PlaceOf(Period period, string unit) => $"{StoredNames.ReviewsTable}/{period.Name}/{unit}";
}
