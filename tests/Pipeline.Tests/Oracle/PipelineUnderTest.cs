using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>What a desk's figures are once everything is processed, by unit id.</summary>
public sealed record Outcome(IReadOnlyDictionary<string, UnitOutcome> Units)
{
    public static Outcome Empty { get; } = new(new Dictionary<string, UnitOutcome>());
}

/// <summary>One unit's stored rows and reviews.</summary>
/// <param name="AsOf">Its latest as-of date; null when it sent nothing.</param>
/// <param name="Rows">By period name (2022-M03, 2022-Q1, 2022) and row suffix ("", -f-{field}, -p-{procedure}).</param>
/// <param name="Days">Its day rows.</param>
/// <param name="Reviews">By quarter, for every one of <see cref="DeskQuarter.Reviewed"/> on whose last day it is valid.</param>
public sealed record UnitOutcome(
    DateOnly? AsOf,
    IReadOnlyDictionary<(string Period, string Suffix), Tally> Rows,
    IReadOnlyDictionary<DateOnly, Tally> Days,
    IReadOnlyDictionary<string, ReviewOutcome> Reviews
)
{
    public static UnitOutcome Empty { get; } =
        new(
            null,
            new Dictionary<(string, string), Tally>(),
            new Dictionary<DateOnly, Tally>(),
            new Dictionary<string, ReviewOutcome>()
        );
}

/// <summary>One unit's review of one quarter: coverage, and a verdict for every KPI with a target in force.</summary>
public sealed record ReviewOutcome(
    int WorkingDays,
    IReadOnlyList<DateOnly> MissingDays,
    IReadOnlyDictionary<string, Verdict> Verdicts
);

/// <summary>The one place where the oracle's tests touch the pipeline's stages.</summary>
public static class PipelineUnderTest
{
    /// <summary>Why the agreement isn't asked for yet; null once <see cref="Run"/> is plugged in.</summary>
    public const string? Skip = "the pipeline's Ledger and Scoring aren't plugged in yet";

    /// <summary>
    /// Takes the batches in, one after another, each in one pass; units and targets come from the quarter's CSV,
    /// uploads either as files (<see cref="ExportCsv"/>) or as kept rows.
    /// </summary>
    public static Outcome Run(DeskQuarter quarter, IReadOnlyList<IReadOnlyList<NaiveUpload>> batches) => Outcome.Empty;
}
