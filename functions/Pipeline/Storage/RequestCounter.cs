using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CCHC.Pipeline.Storage;

/// <summary>Counts storage requests as they leave, retries included, for the <c>ops</c> budget (design.md §9).</summary>
public sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<string> sent = new();

    public int Total => sent.Count;

    /// <summary>"METHOD path" of every request since the last <see cref="Reset"/>, in order.</summary>
    public IReadOnlyList<string> Sent => [.. sent];

    public void Reset() => sent.Clear();

    public override void OnSendingRequest(HttpMessage message) =>
        sent.Enqueue($"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}");
}
