using System.Net;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Lets so many requests through, then the process is as good as dead: nothing is sent any more.</summary>
internal sealed class DyingHandler(int survives) : DelegatingHandler(new SocketsHttpHandler())
{
    private int sent;

    public sealed class DeadException : Exception;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        Interlocked.Increment(ref sent) > survives
            ? throw new DeadException()
            : base.SendAsync(request, cancellationToken);
}

/// <summary>Answers get lost after the commit, and the storage says "busy", as in life: the SDK tries again.</summary>
internal sealed class ShakingHandler(int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Random chance = new(seed);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        int roll;
        lock (chance)
            roll = chance.Next(10);
        if (roll == 0)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            {
                RequestMessage = request,
                Content = new ByteArrayContent([]),
            };
        var answer = await base.SendAsync(request, cancellationToken);
        if (roll > 1)
            return answer;
        answer.Dispose();
        throw new IOException("The answer got lost after the commit.");
    }
}

/// <summary>Before one of the requests something else happens, once.</summary>
internal sealed class MeanwhileHandler(int before, Func<Task> meanwhile) : DelegatingHandler(new SocketsHttpHandler())
{
    private int sent;

    public bool HasHappened { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (Interlocked.Increment(ref sent) == before)
        {
            HasHappened = true;
            await meanwhile();
        }
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A fault of our own where requests to one place are made: no storage answers so, and nothing is tried again.</summary>
internal sealed class BuggyHandler(string place) : DelegatingHandler(new SocketsHttpHandler())
{
    private int hits;

    public bool IsMended { get; set; }

    public int Hits => hits;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (IsMended || !request.RequestUri!.AbsolutePath.Contains(place, StringComparison.Ordinal))
            return base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref hits);
        throw new InvalidOperationException("a bug");
    }
}
