namespace CCHC.Pipeline.Kpis;

/// <summary>Dossiers of which nobody knows whether a KPI asks about them: with any, "none" is not said.</summary>
/// <param name="Dossiers">How many.</param>
/// <param name="Words">After their number, with what is not known of them.</param>
/// <param name="UnknownOf">What that is.</param>
public sealed record Undecided(CountSum Dossiers, string Words, Datum UnknownOf)
{
    /// <summary>A KPI that asks about every dossier, or knows of each whether it does.</summary>
    public static Undecided None { get; } = new(CountSum.Of(), "", new("", ""));

    public int In(Tally tally) => Dossiers.In(tally);
}
