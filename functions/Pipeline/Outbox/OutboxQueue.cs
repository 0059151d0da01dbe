using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Queue outbox: a message says "look at this mail now"; the row alone says what there is to do.</summary>
public sealed class OutboxQueue(Store store)
{
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Asks for a mail, at once or after a pause.</summary>
    public Task AskAsync(string id, TimeSpan pause, CancellationToken cancellation) =>
        store.Queue(StoredNames.OutboxQueue).SendMessageAsync(id, pause, ForEver, cancellation);
}
