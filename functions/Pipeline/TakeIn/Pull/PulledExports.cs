using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Puts what was pulled beside what is there: nothing is overwritten, nothing is put twice.</summary>
public sealed class PulledExports(ExportStore exports, TimeProvider time)
{
    private readonly Lock oneAtATime = new();
    private long lastStamp;

    /// <summary>
    /// The file it was put as; null where the day's latest content is the same. Only the latest counts: a content that
    /// comes back after another one is news.
    /// </summary>
    /// <param name="source">Where it came from.</param>
    /// <param name="unit">Plain code.</param>
    /// <param name="day">The export's day.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="isKnown">The same content was put before: it holds where the file itself is deleted by now.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<string?> PutAsync(
        PullSource source,
        string unit,
        DateOnly day,
        byte[] content,
        bool isKnown,
        CancellationToken cancellation
    )
    {
        var contention = new Contention($"{StoredNames.Exports}/{Paths.Export(unit, source.FileName(day, 1))}");
        while (true)
        {
            var free = 1;
            while (await exports.ExistsAsync(unit, source.FileName(day, free), cancellation))
                free++;
            var latest = source.FileName(day, free - 1);
            var isThere =
                free == 1
                    ? isKnown
                    : await exports.FindSameAsync(unit, latest, content, cancellation) is { } same
                        && !WasTooEarly(same, day);
            if (isThere)
                return null;
            var file = source.FileName(day, free);
            if (await exports.AddAsync(unit, file, content, NextStamp(), cancellation))
                return file;
            // Another process was quicker: look again what is there.
            await contention.PauseAsync(cancellation);
        }
    }

    /// <summary>Sent before its day by the storage's clock, while ours was ahead: refused for that, and good now.</summary>
    private static bool WasTooEarly(Upload same, DateOnly day) =>
        VietnamTime.DayOf(new DateTimeOffset(same.UploadedAt, TimeSpan.Zero)) < day;

    /// <summary>Increasing, as all our upload paths' are.</summary>
    private long NextStamp()
    {
        lock (oneAtATime)
            return lastStamp = Math.Max(lastStamp + 1, time.GetUtcNow().UtcTicks);
    }
}
