using System.ComponentModel.DataAnnotations;

namespace CCHC.Pipeline.Intake;

/// <summary>Configuration section "Intake".</summary>
public sealed record IntakeSettings
{
    /// <summary>
    /// Different procedures in one file; more than a desk has are no procedures, and each would be rows of figures for
    /// good. Not counted against what the unit had before, or the order of files would decide.
    /// </summary>
    [Range(1, IntakeLimits.MostProcedures)]
    public int MostProcedures { get; init; } = IntakeLimits.Standard.Procedures;
}
