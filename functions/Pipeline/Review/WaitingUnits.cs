using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>Which units a review waits for: while there are any, health is red and names them.</summary>
public sealed class WaitingUnits(DamageMarks marks)
{
    private const string Waits = "đơn vị chưa đánh giá được";

    /// <summary>These wait now; nobody else of that period does.</summary>
    public async Task NoteAsync(Period period, IReadOnlyList<UnitTrouble> waiting, CancellationToken cancellation)
    {
        var damages = waiting
            .Select(unit => new Damage(PlaceOf(period, unit.Unit), $"{Waits}, {unit.Words}"))
            .ToDictionary(damage => damage.Place, StringComparer.Ordinal);
        foreach (var noted in await marks.ListAsync(cancellation))
        {
            if (
                noted.Place.StartsWith(PlaceOf(period, ""), StringComparison.Ordinal)
                // A frozen row that can't be read is marked at the same place by who reads it.
                && noted.Words.StartsWith(Waits, StringComparison.Ordinal)
                && !damages.ContainsKey(noted.Place)
            )
                await marks.ClearAsync(noted.Place, cancellation);
        }
        foreach (var damage in damages.Values)
            await marks.SetAsync(damage, cancellation);
    }

    private static string PlaceOf(Period period, string unit) => ReviewTable.PlaceOf(period.Name, unit);
}
