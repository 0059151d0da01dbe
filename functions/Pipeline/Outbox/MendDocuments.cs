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
    internal const string Words = "tài liệu này bị mất hoặc không còn đúng như khi soạn";

    /// <summary>Whether a mark is of a document.</summary>
    public static bool IsOf(Damage damage) => damage.Words.StartsWith(Words, StringComparison.Ordinal);

    /// <summary>A document as it was written, drawn again if need be.</summary>
    /// <exception cref="UnreadableException">It can't be had; that is marked.</exception>
    public async Task<BinaryData> ReadAsync(string container, string path, CancellationToken cancellation)
    {
        if ((await documents.ReadAsync(container, path, cancellation)).Content is { } sound)
            return sound;
        var damage = (await MendAsync(container, [path], cancellation)).SingleOrDefault();
        return damage is null && (await documents.ReadAsync(container, path, cancellation)).Content is { } mended
            ? mended
            : throw new UnreadableException(damage ?? new($"{container}/{path}", Words));
    }

    /// <summary>Draws documents again that are gone or damaged and are written together.</summary>
    /// <returns>Why they can't be, as it is marked; none: they are as they were written.</returns>
    public async Task<IReadOnlyList<Damage>> MendAsync(
        string container,
        IReadOnlyList<string> together,
        CancellationToken cancellation
    )
    {
        var why = await DrawAsync(container, together[0], cancellation);
        if (why is null)
        {
            foreach (var path in together)
                await damages.ClearAsync($"{container}/{path}", cancellation);
            return [];
        }
        IReadOnlyList<Damage> named =
        [
            .. together.Select(path => new Damage($"{container}/{path}", $"{Words}; {why}")),
        ];
        // Whatever else lies there is nobody's trouble.
        foreach (var damage in named.Where(_ => Paths.DocumentOf(container, together[0]) is not null))
            await damages.SetAsync(damage, cancellation);
        return named;
    }

    /// <summary>Whether what a mark of a document names lies there, and isn't as it was written.</summary>
    public async Task<bool> IsDamagedAsync(Damage marked, CancellationToken cancellation) =>
        await FindAsync(marked, cancellation) is { IsThere: true, Content: null };

    /// <summary>Whether it is as it was written.</summary>
    public async Task<bool> IsSoundAsync(Damage marked, CancellationToken cancellation) =>
        (await FindAsync(marked, cancellation)).Content is not null;

    private Task<StoredDocument> FindAsync(Damage marked, CancellationToken cancellation)
    {
        var slash = marked.Place.IndexOf('/', StringComparison.Ordinal);
        return documents.ReadAsync(marked.Place[..slash], marked.Place[(slash + 1)..], cancellation);
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
