using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>A target held against a field's own figure, and missed.</summary>
public sealed record MissedTarget(Kpi Kpi, Fraction Figure, Target Target);

/// <summary>A unit that an office has to look after in one field: below a target there, or with overdue dossiers.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Field">Field id.</param>
/// <param name="Missed">In the order of findings; empty when only dossiers are overdue.</param>
/// <param name="FinishedLate">Dossiers finished after their due day.</param>
/// <param name="OpenOverdue">Dossiers still open after it.</param>
public sealed record WeakUnit(
    ReviewedUnit Unit,
    string Field,
    IReadOnlyList<MissedTarget> Missed,
    int FinishedLate,
    int OpenOverdue
)
{
    /// <summary>The weak units of some fields: field by field as given, units by id.</summary>
    public static IReadOnlyList<WeakUnit> In(QuarterResults results, IEnumerable<string> fields)
    {
        var services = new OnlineServices(results);
        return
        [
            .. from field in fields
            from unit in results.Units
            from figures in results.FieldsOf(unit).Where(figures => figures.Field == field)
            let weak = Of(unit, figures, services)
            where weak.Missed.Count > 0 || weak.FinishedLate + weak.OpenOverdue > 0
            select weak,
        ];
    }

    private static WeakUnit Of(ReviewedUnit unit, FieldFigures field, OnlineServices services) =>
        new(
            unit,
            field.Field,
            [
                .. unit
                    .Findings.Where(finding => IsCovered(finding) && services.AreAskedFor(finding.Kpi, field.Field))
                    .OrderBy(finding => finding.Kpi.Place)
                    .Select(finding => new MissedTarget(finding.Kpi, finding.Kpi.Of(field.Figures), finding.Target))
                    .Where(asked => Verdicts.Of(asked.Figure, asked.Target, asked.Kpi.Better) is Verdict.Below),
            ],
            field.Figures[Count.Overdue],
            field.Figures[Count.OpenOverdue]
        );

    // A gap in the exports leaves no verdict, in a field as little as in the whole.
    private static bool IsCovered(Finding finding) =>
        finding.Reason is not (Insufficiency.EndsEarly or Insufficiency.DaysMissing);
}
