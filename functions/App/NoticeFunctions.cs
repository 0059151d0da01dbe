using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Functions;

/// <summary>Stage Notices: one queue message, one unit's draft.</summary>
public sealed class NoticeFunctions(WriteNotice notices)
{
    [Function("WriteNotice")]
    public Task WriteNotice(
        [QueueTrigger("notices", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => notices.WriteAsync(NoticeMessage.FromJson(message), cancellation);
}
