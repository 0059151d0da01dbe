using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Functions;

/// <summary>Stage Notices: one queue message, one unit's draft.</summary>
public sealed class NoticeFunctions(WriteNotice notices, WriteReports reports)
{
    [Function("WriteNotice")]
    public Task WriteNotice(
        [QueueTrigger("notices", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    )
    {
        var asked = NoticeMessage.FromJson(message);
        return asked.IsForReports
            ? reports.WriteAsync(asked.Period, cancellation)
            : notices.WriteAsync(asked, cancellation);
    }
}
