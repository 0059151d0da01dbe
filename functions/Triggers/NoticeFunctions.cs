using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stages Notices and Reports: one queue message, one unit's draft, or a review's reports; then a mail to staff.</summary>
public sealed class NoticeFunctions(WriteDocuments documents)
{
    [Function("WriteNotice")]
    public Task WriteNotice(
        [QueueTrigger("notices", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => documents.WriteAsync(NoticeMessage.FromJson(message), cancellation);
}
