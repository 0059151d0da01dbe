using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review;

/// <summary>A unit's frozen figures in one field of procedures: what form 06 and the letter to the offices rest on.</summary>
/// <param name="Field">Field id; "unknown" for dossiers without one.</param>
/// <param name="Name">As last written; "" for "unknown".</param>
/// <param name="Figures">The field's counts.</param>
public sealed record FieldFigures(string Field, string Name, Tally Figures);
