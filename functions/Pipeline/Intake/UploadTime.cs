using System.Globalization;

namespace CCHC.Pipeline.Intake;

/// <summary>When an upload was sent, as its metadata says; not to be trusted, for it wins ties (design.md §3).</summary>
public static class UploadTime
{
    private static readonly long Earliest = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>UTC ticks from 2000 to a day from now; null when there are none, or others.</summary>
    public static long? In(IDictionary<string, string> metadata, DateTimeOffset now) =>
        metadata.TryGetValue(Upload.UploadedAtMetadata, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks >= Earliest
        && ticks <= now.AddDays(1).UtcTicks
            ? ticks
            : null;
}
