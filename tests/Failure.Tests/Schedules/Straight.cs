namespace CCHC.Failure.Tests.Schedules;

/// <summary>The way to storage past the gate, for who looks at what is left once nobody else is there.</summary>
internal sealed class Straight(StorageTime time) : HttpMessageHandler
{
    private readonly Wire wire = new(time);
    private readonly Lock oneAtATime = new();

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var arrival = new Arrival(Operation.Current, request);
        lock (oneAtATime)
            return Task.FromResult(wire.Send(arrival));
    }
}
