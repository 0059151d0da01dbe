using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>A file made to harm, and what design.md §8 gives it.</summary>
/// <param name="Name">In the table of timings.</param>
/// <param name="Make">Builds it; the number is the size in bytes it should come near to.</param>
/// <param name="Outcome">What it gets.</param>
/// <param name="Code">Its first fault's code; empty when none is expected.</param>
internal sealed record HostileFile(string Name, Func<int, byte[]> Make, Outcome Outcome, string Code = "")
{
    /// <summary>As large as an export may be.</summary>
    public const int Largest = 32 * 1024 * 1024;

    public static HostileFile Refused(string name, string code, Func<int, byte[]> make) =>
        new(name, make, Outcome.Refused, code);

    public static HostileFile Quarantined(string name, string code, Func<int, byte[]> make) =>
        new(name, make, Outcome.Quarantined, code);

    public static HostileFile Accepted(string name, Func<int, byte[]> make) => new(name, make, Outcome.Accepted);

    /// <summary>Taken in with some rows refused, the first for that reason.</summary>
    public static HostileFile Partly(string name, string code, Func<int, byte[]> make) =>
        new(name, make, Outcome.Partly, code);

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        .. HostileTexts.All,
        .. HostileCells.All,
        .. HostilePackages.All,
        .. HostileSheets.All,
        .. HostilePages.All,
        .. HostileOldWorkbooks.All,
    ];
}
