using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>Where a dossier stands in a KPI's figure.</summary>
public enum CountedIn
{
    /// <summary>In the numerator, and so in the denominator.</summary>
    Numerator,

    /// <summary>In the denominator only.</summary>
    Denominator,

    /// <summary>Left out because the value that decides is unknown.</summary>
    Unknown,
}

/// <summary>One dossier behind a figure.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Standing">R, D, F, T and channels as they count.</param>
/// <param name="Counts">In which counts of the period it stands.</param>
/// <param name="Share">What it adds to the figure.</param>
/// <param name="DecidedBy">The latest upload of which a value of the dossier stands.</param>
public sealed record ExplainedDossier(
    string Code,
    Standing Standing,
    IReadOnlyList<Count> Counts,
    Fraction Share,
    Stamp DecidedBy
)
{
    public CountedIn CountedIn =>
        Share.Num > 0 ? CountedIn.Numerator
        : Share.Den > 0 ? CountedIn.Denominator
        : CountedIn.Unknown;
}

/// <summary>
/// The dossiers behind a figure: pure. A dossier adds to a KPI what the KPI says of a tally of that one dossier, so
/// that there is no second way of counting.
/// </summary>
public static class Explanation
{
    /// <summary>Those that add anything to the figure, by code.</summary>
    /// <param name="ledger">With its archived dossiers loaded.</param>
    /// <param name="period">Any span.</param>
    /// <param name="kpi">Whose figure.</param>
    public static IReadOnlyList<ExplainedDossier> Of(UnitLedger ledger, Period period, Kpi kpi)
    {
        if (ledger.AsOf is not { } asOf || !PeriodFigures.Exist(ledger, period))
            return [];
        var until = asOf < period.To ? asOf : period.To;
        return
        [
            .. ledger
                .Hot.Values.Select(dossier => Of(dossier, period, until, kpi))
                .Where(dossier => dossier is not null && dossier.Share != default)
                .Select(dossier => dossier!)
                .OrderBy(dossier => dossier.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>What they add up to.</summary>
    public static Fraction Sum(IEnumerable<ExplainedDossier> dossiers) =>
        dossiers.Aggregate(default(Fraction), (sum, dossier) => sum + dossier.Share);

    private static ExplainedDossier? Of(Dossier dossier, Period period, DateOnly asOf, Kpi kpi)
    {
        var standing = Standing.Of(dossier);
        if (!standing.IsCounted)
            return null;
        Span<Count> counts = stackalloc Count[Counting.Most];
        counts = counts[..Counting.Of(standing, period.From, period.To, asOf, counts)];
        var tally = new Tally();
        foreach (var count in counts)
            tally.Add(count, 1);
        return new(dossier.Code, standing, counts.ToArray(), kpi.Of(tally), dossier.LastStamp);
    }
}
