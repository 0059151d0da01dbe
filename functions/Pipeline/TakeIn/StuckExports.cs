using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Uploads that nobody can get at, can or may delete: while one lies there, health names it.</summary>
public sealed partial class StuckExports(DamageMarks damages, ILogger<StuckExports> log)
{
    private const string Prefix = StoredNames.Exports + "/";

    /// <summary>An upload whose name leads an HTTP client elsewhere: it is neither read nor deleted.</summary>
    internal static Damage? Unreachable(ListedExport export) =>
        BlobNames.IsAddressable(export.Name)
            ? null
            : new(
                Prefix + export.Name,
                "tên tệp không truy cập được (có đoạn . hoặc .., dấu \\, hoặc dấu / ở đầu hay cuối): đề nghị xóa bằng công cụ đã tải tệp lên và gửi lại với tên khác"
            );

    /// <summary>An upload with personal data that stays beyond its time.</summary>
    internal static Damage Undeletable(ListedExport export, Exception why) =>
        new(
            Prefix + export.Name,
            $"tệp đã quá 30 ngày nhưng không xóa được, dữ liệu cá nhân còn trong kho: {(why is HeldException held ? held.Words : why.Message.Split('\n')[0].Trim())}"
        );

    /// <summary>An upload that the journal has lost, or can't read, and can read again from nothing else.</summary>
    internal static Damage OnlyCopy(ListedExport export) =>
        new(
            Prefix + export.Name,
            $"tệp đã quá 30 ngày nhưng được giữ lại: mục nhật ký của tệp đã mất hoặc hỏng, tệp này là bản duy nhất để đọc lại; hãy chạy cchc retake {export.Name.Split('/')[0]} (hoặc cchc withdraw), đêm sau tệp được xóa"
        );

    /// <summary>Marks what is stuck now, and clears the marks of what no longer is.</summary>
    /// <param name="stuck">Found now.</param>
    /// <param name="isPast">Whether an earlier found one, by its blob name, is stuck no more.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task NoteAsync(
        IReadOnlyCollection<Damage> stuck,
        Func<string, bool> isPast,
        CancellationToken cancellation
    )
    {
        var marked = (await damages.ListAsync(cancellation))
            .Where(damage => damage.Place.StartsWith(Prefix, StringComparison.Ordinal))
            .ToList();
        foreach (var damage in stuck.Except(marked))
        {
            LogStuck(damage.Place.Length);
            await damages.SetAsync(damage, cancellation);
        }
        var places = stuck.Select(damage => damage.Place).ToHashSet(StringComparer.Ordinal);
        foreach (var damage in marked.Where(one => !places.Contains(one.Place) && isPast(one.Place[Prefix.Length..])))
            await damages.ClearAsync(damage.Place, cancellation);
    }

    // File names may carry names of people: the mark tells, the log does not.
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An upload is stuck (its name has {Characters} characters): cchc health names it"
    )]
    private partial void LogStuck(int characters);
}
