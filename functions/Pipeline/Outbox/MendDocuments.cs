using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>
/// Documents that are gone or damaged are drawn again from what they rest on, by whoever is about to hand one out and by
/// the night. What can't be is named, with its cure, until it is as it was written (design.md §4, law 2b).
/// </summary>
public sealed class MendDocuments(Documents documents, WriteDocuments write, RedrawLetter letters, DamageMarks damages)
{
    private const string Words = "tài liệu này bị mất hoặc không còn đúng như khi soạn";

    /// <summary>Whether a mark is of a document.</summary>
    public static bool IsOf(Damage damage) => damage.Words.StartsWith(Words, StringComparison.Ordinal);

    /// <summary>A document as it was written, drawn again if need be.</summary>
    /// <exception cref="UnreadableException">It can't be had; that is marked.</exception>
    public async Task<BinaryData> ReadAsync(string container, string path, CancellationToken cancellation)
    {
        if ((await documents.ReadAsync(container, path, cancellation)).Content is { } sound)
            return sound;
        var damage = await MendAsync(container, path, cancellation);
        return damage is null && (await documents.ReadAsync(container, path, cancellation)).Content is { } mended
            ? mended
            : throw new UnreadableException(damage ?? new($"{container}/{path}", Words));
    }

    /// <summary>Draws a document again that is gone or damaged, and those that are written with it.</summary>
    /// <returns>Why it can't be, as it is marked; null: it is as it was written.</returns>
    public async Task<Damage?> MendAsync(string container, string path, CancellationToken cancellation)
    {
        var place = $"{container}/{path}";
        if (await DrawAsync(container, path, cancellation) is not { } why)
        {
            await damages.ClearAsync(place, cancellation);
            return null;
        }
        var damage = new Damage(place, $"{Words}; {why}");
        if (Paths.DocumentOf(container, path) is not null)
            await damages.SetAsync(damage, cancellation);
        return damage;
    }

    private async Task<string?> DrawAsync(string container, string path, CancellationToken cancellation)
    {
        try
        {
            return Paths.DocumentOf(container, path) switch
            {
                (DocumentPlace.Issued, var period, var unit) => await letters.DrawAsync(period, unit, cancellation),
                (DocumentPlace.Draft, var period, var unit) => Waits(
                    await write.WriteAsync(new NoticeMessage(period, unit), cancellation)
                ),
                (DocumentPlace.Report, var period, _) => Waits(
                    await write.WriteAsync(NoticeMessage.ForReports(period), cancellation)
                ),
                (DocumentPlace.Correction, var period, _) => $"soạn lại: cchc notices correct {period}",
                null => "không do hệ thống này soạn",
            };
        }
        catch (DamagedException resting)
        {
            return Waits(resting.Damage);
        }
        catch (InvalidDataException nothing)
        {
            return $"chưa soạn lại được: {nothing.Message}";
        }
    }

    private static string? Waits(Damage? damage) =>
        damage is null ? null : $"chưa soạn lại được vì {damage.Place}: {damage.Words}";
}
