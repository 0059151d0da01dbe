using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review.Explaining;

/// <summary>A unit's figure and the dossiers that add up to it, exactly.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Period">Which days.</param>
/// <param name="Kpi">Of what.</param>
/// <param name="Figure">As frozen by the review; without one, as it stands now.</param>
/// <param name="AsOf">How far the data reach that it rests on.</param>
/// <param name="ReviewedOn">The day on which it was frozen; null when the period was not reviewed.</param>
/// <param name="Dossiers">By code.</param>
/// <param name="Files">Names of the uploads' files, as far as they are known.</param>
/// <param name="Journal">Names of the journal entries, by upload.</param>
public sealed record ExplainedFigure(
    Unit Unit,
    Period Period,
    Kpi Kpi,
    Fraction Figure,
    DateOnly? AsOf,
    DateOnly? ReviewedOn,
    IReadOnlyList<ExplainedDossier> Dossiers,
    IReadOnlyDictionary<Stamp, string> Files,
    IReadOnlyDictionary<Stamp, string> Journal
);
