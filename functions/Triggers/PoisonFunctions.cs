using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.TakeIn;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>What was given up after five tries gets a mark that turns health red.</summary>
public sealed class PoisonFunctions(MarkPoisoned exports, MarkPoisonedNotice notices, MarkPoisonedMail mails)
{
    [Function("MarkPoisonedBlob")]
    public Task MarkPoisonedBlob(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => exports.MarkAsync(message, cancellation);

    [Function("MarkPoisonedNotice")]
    public Task MarkPoisonedNotice(
        [QueueTrigger("notices-poison", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => notices.MarkAsync(message, cancellation);

    [Function("MarkPoisonedMail")]
    public Task MarkPoisonedMail(
        [QueueTrigger("outbox-poison", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => mails.MarkAsync(message, cancellation);
}
