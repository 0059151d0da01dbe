using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.Corrections;

/// <summary>What a finished review no longer says as today's data do.</summary>
/// <param name="Units">Units of which something has changed.</param>
/// <param name="Unread">Units of which nobody can tell now.</param>
public sealed record FoundCorrections(IReadOnlyList<UnitCorrection> Units, IReadOnlyList<UnitTrouble> Unread);

/// <summary>Holds a finished review against today's data by the targets and criteria frozen with it; stores no more than a dry run.</summary>
public sealed class FindCorrections(ReviewQuarter reviews, ReviewBases bases, ExamineUnit examine, PeriodScheme scheme)
{
    /// <summary>Units of which something that the review said has changed; one that can't be read, or of which a page is still to be asked, is set aside by name.</summary>
    /// <returns>Null when the period has no finished review.</returns>
    public async Task<FoundCorrections?> FindAsync(Period period, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(period, cancellation) is not { } frozen)
            return null;
        var today = await bases.ReadAsync(period, cancellation);
        var corrections = new List<UnitCorrection>();
        var unread = new List<UnitTrouble>();
        foreach (var unit in frozen.Units.Where(reviewed => !reviewed.HasEnded))
        {
            var failures = await InTurn.TryEachAsync(
                [unit],
                async then =>
                {
                    var own = OwnPeriod(then);
                    var now = await examine.ExamineAsync(today.AsJudged(then), then.Unit, own, cancellation);
                    var correction = new UnitCorrection(then, now.Unit);
                    if (correction.Outstanding is [var waits, ..])
                        unread.Add(UnitTrouble.Of(then.Unit.Id, waits));
                    else
                        corrections.Add(correction);
                }
            );
            unread.AddRange(failures.Select(failure => UnitTrouble.Of(unit.Unit.Id, failure)));
        }
        unread.AddRange(frozen.Troubles);
        return new([.. corrections.Where(correction => !correction.IsEmpty)], unread);
    }

    /// <summary>A review of another scheme is held against its own days, which no running count has.</summary>
    private Period OwnPeriod(ReviewedUnit then) =>
        then.Scheme == scheme ? then.Period : then.Period with { Key = null };
}
