using Azure.Core;
using Azure.Core.Pipeline;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// An answer that storage didn't give, such as a proxy's sign-in page with status 200, is a failure of the network: the
/// client tries again, and never takes it for a blob, or for "done" (design.md §4, law 9a).
/// </summary>
internal sealed class OnlyStorageAnswers : HttpPipelineSynchronousPolicy
{
    /// <summary>Whatever storage answers bears it.</summary>
    private const string RequestId = "x-ms-request-id";

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response.Status < 400 && !message.Response.Headers.Contains(RequestId))
            throw new IOException(
                $"{message.Request.Uri.Host} was answered by something else than storage (status {message.Response.Status})."
            );
    }
}
