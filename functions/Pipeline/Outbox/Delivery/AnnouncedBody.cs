using MimeKit;
using MimeKit.IO;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>A message's body that knows when all of it is on its way but the dot that makes it count (docs/adr/0014).</summary>
/// <param name="beforeDot">Runs then; if it throws, the dot is never sent and the server drops what it has.</param>
internal sealed class AnnouncedBody(Func<CancellationToken, Task> beforeDot) : Multipart("mixed")
{
    /// <summary>From here on the server may have the message whatever we hear of it.</summary>
    public bool MayBeComplete { get; private set; }

    public override async Task WriteToAsync(
        FormatOptions options,
        Stream stream,
        bool contentOnly,
        CancellationToken cancellationToken = default
    )
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken);
        // Only the way to the server is filtered (dots are doubled); a message is measured before, without it.
        if (stream is not FilteredStream { Source: not MeasuringStream } toServer)
            return;
        await toServer.FlushAsync(cancellationToken);
        await toServer.Source.FlushAsync(cancellationToken);
        await beforeDot(cancellationToken);
        MayBeComplete = true;
    }
}
