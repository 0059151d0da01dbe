using System.Globalization;

namespace CCHC.Pipeline.Intake;

/// <summary>When an upload was sent, as its metadata says; not to be trusted, for it wins ties (design.md §3).</summary>
public static class UploadTime
{
    private static readonly long Earliest = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>
    /// UTC ticks from 2000 to a day after it was written; any other are when it was written. Held against that, not
    /// against now: whenever it is read, the same upload has the same place in time.
    /// </summary>
    public static long Of(IDictionary<string, string> metadata, DateTimeOffset written) =>
        metadata.TryGetValue(Upload.UploadedAtMetadata, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks >= Earliest
        && ticks <= written.AddDays(1).UtcTicks
            ? ticks
            : written.UtcTicks;
}
