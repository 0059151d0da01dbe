namespace CCHC.Pipeline.Kpis;

/// <summary>
/// Whether a target was reached; "insufficient" (không đủ dữ liệu) is neither a pass nor a fault, and "none" (không phát
/// sinh) asks nothing of anybody.
/// </summary>
public enum Verdict
{
    Below,
    Met,
    Insufficient,

    /// <summary>The data cover the period, and there was no dossier to divide by, nor one that perhaps should be.</summary>
    None,
}

/// <summary>Exact integer verdicts (domain.md §5): given only if they hold whatever the unknown dossiers were.</summary>
public static class Verdicts
{
    public static string Id(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Below => "below",
            Verdict.Met => "met",
            Verdict.Insufficient => "insufficient",
            Verdict.None => "none",
        };

    /// <summary>"Below" means worse than the target, also where lower is better.</summary>
    public static Verdict Of(Fraction figure, Target target, Better better)
    {
        long all = (long)figure.Den + figure.Unknown;
        if (all == 0)
            return Verdict.None;
        var (least, most) = (target.Den * (long)figure.Num, target.Den * ((long)figure.Num + figure.Unknown));
        var bar = target.Num * all;
        return better switch
        {
            Better.Higher => most < bar ? Verdict.Below
            : least >= bar ? Verdict.Met
            : Verdict.Insufficient,
            Better.Lower => least > bar ? Verdict.Below
            : most <= bar ? Verdict.Met
            : Verdict.Insufficient,
        };
    }
}
