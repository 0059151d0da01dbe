using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Someone who holds a code; an empty end is open.</summary>
public sealed record NaiveUnit(string Id, string Name, DateOnly? From, DateOnly? To)
{
    public bool IsValidOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>Num/Den in force from–to for one unit, or for all (null).</summary>
public sealed record NaiveTarget(string Kpi, int Num, int Den, DateOnly From, DateOnly? To, string? Unit)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kpi} {Num}/{Den} of {Unit ?? "all"} from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}"
        );

    // "valid on the period's last day (a unit's own before the one for all; then the latest valid_from; `valid_to`
    // inclusive, may be empty)".
    public static NaiveTarget? InForce(IReadOnlyList<NaiveTarget> targets, string kpi, string unit, DateOnly lastDay)
    {
        var valid = targets.Where(t => t.Kpi == kpi && t.From <= lastDay && (t.To is null || lastDay <= t.To)).ToList();
        var own = valid.Where(t => t.Unit == unit).ToList();
        var forAll = valid.Where(t => t.Unit is null).ToList();
        return (own.Count > 0 ? own : forAll).MaxBy(t => t.From);
    }

    /// <summary>The same target as the product's own value.</summary>
    public Target AsImported() => new(Kpi, Num, Den, From, To, Unit, "giao chỉ tiêu");

    // "`below` if b·(num+u) < a·(den+u), `met` if b·num ≥ a·(den+u), otherwise `insufficient`
    // (for "lower is better" the other way round)"; "den + u = 0 while the data cover the period is `none`".
    public Verdict Hold(NaiveFigure figure, bool higherIsBetter)
    {
        var (a, b, all) = (new decimal(Num), new decimal(Den), figure.Den + figure.Unknown);
        if (all == 0)
            return Verdict.None;
        if (higherIsBetter)
        {
            return b * (figure.Num + figure.Unknown) < a * all ? Verdict.Below
                : b * figure.Num >= a * all ? Verdict.Met
                : Verdict.Insufficient;
        }
        return b * figure.Num > a * all ? Verdict.Below
            : b * (figure.Num + figure.Unknown) <= a * all ? Verdict.Met
            : Verdict.Insufficient;
    }
}

/// <summary>How far a unit's exports cover a span.</summary>
public sealed record NaiveCoverage(int WorkingDays, IReadOnlyList<DateOnly> MissingDays, bool IsEnough)
{
    /// <summary>The setting's default: more than so many working days without an export are too many.</summary>
    public const int AllowedMissingDays = 10;

    public static NaiveCoverage Of(NaiveOracle desk, NaiveUnit unit, NaiveSpan span)
    {
        var workingDays = NaiveCalendar.WorkingDays(span.From, span.To).ToList();
        // "its working days": those on which the unit existed.
        var own = workingDays.Where(unit.IsValidOn).ToList();
        var missing = own.Where(day => !desk.ExportDays.Contains(day)).ToList();
        // "the unit's latest as-of is before the period's last working day" (or there is none at all)
        var endsEarly = desk.AsOf is null || desk.AsOf < workingDays[^1];
        // "or more than 10 (setting) of its working days have no export"
        return new NaiveCoverage(own.Count, missing, !endsEarly && missing.Count <= AllowedMissingDays);
    }
}

/// <summary>Verdicts of a unit in a span on every KPI that has a target in force.</summary>
public sealed record NaiveReview(NaiveCoverage Coverage, IReadOnlyDictionary<string, Verdict> Verdicts)
{
    /// <summary>Null where the unit isn't reviewed: "units valid on a period's last day are".</summary>
    public static NaiveReview? Of(NaiveOracle desk, NaiveUnit unit, NaiveSpan span, IReadOnlyList<NaiveTarget> targets)
    {
        if (!unit.IsValidOn(span.To))
            return null;
        var coverage = NaiveCoverage.Of(desk, unit, span);
        var counts = desk.CountsOf("", span.From, span.To);
        var verdicts = new Dictionary<string, Verdict>();
        foreach (var kpi in NaiveKpi.All)
        {
            if (NaiveTarget.InForce(targets, kpi.Id, unit.Id, span.To) is { } target)
            {
                var held = target.Hold(kpi.Of(counts), kpi.HigherIsBetter);
                // "no case" is only said where it is known that there was none.
                var isKnown = held is not Verdict.None || kpi.Perhaps(counts) == 0;
                verdicts[kpi.Id] = coverage.IsEnough && isKnown ? held : Verdict.Insufficient;
            }
        }
        return new NaiveReview(coverage, verdicts);
    }
}
