using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Review.Corrections;

/// <summary>Holds a finished review against today's data by the targets and criteria frozen with it; stores nothing.</summary>
public sealed class FindCorrections(ReviewQuarter reviews, ReviewBases bases, ExamineUnit examine)
{
    /// <summary>Units of which something that the review said has changed.</summary>
    /// <returns>Null when the period has no finished review.</returns>
    public async Task<IReadOnlyList<UnitCorrection>?> FindAsync(Period period, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(period, cancellation) is not { } frozen)
            return null;
        var today = await bases.ReadAsync(period, cancellation);
        var corrections = new List<UnitCorrection>();
        foreach (var unit in frozen)
        {
            var present = await examine.ExamineAsync(today.AsJudged(unit), unit.Unit, period, cancellation);
            corrections.Add(new(unit, present.Unit));
        }
        return [.. corrections.Where(correction => !correction.IsEmpty)];
    }
}
