using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Telemetry;

/// <summary>
/// What ties an upload to the review, the letter and the mails that rest on it: the quarter of the configured scheme
/// and the unit, e.g. 2022-Q1/29956 (docs/adr/0016).
/// </summary>
/// <param name="Period">The quarter's name; any reviewed period's where one is reviewed by command.</param>
/// <param name="Unit">Unit id; <see cref="AllUnits"/> for what concerns the whole period.</param>
public sealed record Correlation(string Period, string Unit)
{
    public const string AllUnits = "all";

    /// <summary>Of what speaks of a day: the quarter that the day is in.</summary>
    public static Correlation On(DateOnly day, string unit, PeriodScheme scheme) =>
        new(PeriodKey.Containing(PeriodKind.Quarter, day, scheme).Name, unit);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for any other text.</summary>
    public static Correlation? Parse(string? text) =>
        text?.Split('/') is [{ Length: > 0 } period, { Length: > 0 } unit] ? new(period, unit) : null;

    public override string ToString() => $"{Period}/{Unit}";
}
