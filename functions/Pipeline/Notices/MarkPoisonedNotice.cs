using System.Text.Json;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>Marks a notice that could not be written, so that health turns red and staff can ask for it again.</summary>
public sealed partial class MarkPoisonedNotice(PoisonMarks marks, ILogger<MarkPoisonedNotice> log)
{
    public static string MarkOf(NoticeMessage message) => $"{StoredNames.Notices}/{message.Period}/{message.Unit}";

    /// <summary>The mark that a message leads to.</summary>
    public static string MarkOf(string message) =>
        Read(message) is { } notice
            ? MarkOf(notice)
            : UnreadableMessages.MarkOf(StoredNames.NoticesPoisonQueue, message);

    /// <summary>What a mark speaks of; null for a mark of another kind.</summary>
    public static NoticeMessage? OfMark(string mark) =>
        mark.Split('/') is [StoredNames.Notices, var period, var unit] ? new(period, unit) : null;

    public Task MarkAsync(string message, CancellationToken cancellation)
    {
        var mark = MarkOf(message);
        LogPoisoned(mark);
        return marks.SetAsync(mark, cancellation);
    }

    private static NoticeMessage? Read(string message)
    {
        try
        {
            return
                NoticeMessage.FromJson(message) is { Period: not null, Unit: not null } notice
                && Keys.IsKey(notice.Period)
                && Keys.IsKey(notice.Unit)
                && BlobNames.IsAddressable(MarkOf(notice))
                ? notice
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up writing {Mark}: see docs/operations.md")]
    private partial void LogPoisoned(string mark);
}
