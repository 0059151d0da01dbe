using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review.Explaining;

/// <summary>A criterion's verdict and the line it rests on.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Period">Which days.</param>
/// <param name="Finding">As frozen by the review; without one, as it stands now.</param>
/// <param name="ReviewedOn">The day on which it was frozen; null when the period was not reviewed.</param>
public sealed record ExplainedCriterion(Unit Unit, Period Period, CriterionFinding Finding, DateOnly? ReviewedOn);

/// <summary>Shows the checklist line behind a criterion's verdict.</summary>
public sealed class ExplainCriterion(ReviewTable reviews, ReviewBases bases)
{
    /// <summary>Null when the criterion was not examined: none of that id in force, or no checklist of the period by then.</summary>
    public async Task<ExplainedCriterion?> ExplainAsync(
        Unit unit,
        Period period,
        string criterion,
        CancellationToken cancellation
    )
    {
        var reviewed = await reviews.FindAsync(period, unit, cancellation);
        var findings = reviewed?.Inspected ?? await PresentAsync(unit, period, cancellation);
        return findings.FirstOrDefault(finding => finding.Criterion.Id == criterion) is { } found
            ? new(unit, period, found, reviewed?.ReviewedOn)
            : null;
    }

    private async Task<IReadOnlyList<CriterionFinding>> PresentAsync(
        Unit unit,
        Period period,
        CancellationToken cancellation
    )
    {
        var basis = await bases.ReadAsync(period, cancellation);
        basis.RefuseWaiting(unit);
        return basis.Inspect(unit, period);
    }
}
