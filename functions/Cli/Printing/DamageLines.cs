using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Printing;

/// <summary>Names to the caller what could not be read of that which he asked for.</summary>
internal static class DamageLines
{
    /// <summary>One line each.</summary>
    /// <returns>The command's exit code.</returns>
    public static int Tell(this Screen screen, IEnumerable<Damage> damages)
    {
        var places = damages.DistinctBy(damage => damage.Place).ToList();
        foreach (var damage in places)
            screen.Tell($"{damage.Place}: {damage.Words}");
        return places.Count == 0 ? ExitCode.Done : ExitCode.Refusals;
    }
}
