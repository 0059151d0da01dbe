using System.Text.Json;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>Marks a notice that could not be written, so that health turns red and staff can ask for it again.</summary>
public sealed partial class MarkPoisonedNotice(PoisonMarks marks, ILogger<MarkPoisonedNotice> log)
{
    public static string MarkOf(NoticeMessage message) => $"{StoredNames.Notices}/{message.Period}/{message.Unit}";

    public Task MarkAsync(string message, CancellationToken cancellation)
    {
        var mark = Read(message) is { } notice ? MarkOf(notice) : $"{StoredNames.Notices}/unreadable";
        LogPoisoned(mark);
        return marks.SetAsync(mark, cancellation);
    }

    private static NoticeMessage? Read(string message)
    {
        try
        {
            return NoticeMessage.FromJson(message);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up writing {Mark}: see docs/operations.md")]
    private partial void LogPoisoned(string mark);
}
