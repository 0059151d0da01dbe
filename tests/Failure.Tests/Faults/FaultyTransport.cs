using System.Text.RegularExpressions;

namespace CCHC.Failure.Tests.Faults;

/// <summary>The process is dead: the SDK doesn't try such a request again.</summary>
public sealed class ProcessDiedException : Exception;

/// <summary>
/// What lies under a process's Azure SDK: notes every request, and does to one of them, with all its retries, what a
/// point says.
/// </summary>
/// <param name="point">Null: the run is undisturbed.</param>
/// <param name="beside">What runs, whole, right before the request of the point.</param>
internal sealed partial class FaultyTransport(FaultPoint? point, Func<Task>? beside) : HttpMessageHandler
{
    /// <summary>The SDK's own: the same for all tries of one request.</summary>
    private const string RequestId = "x-ms-client-request-id";
    private readonly Lock noting = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);
    private readonly List<SentRequest> sent = [];
    private string? faulted;
    private int tries;
    private volatile bool isDead;

    /// <summary>The requests so far, each once.</summary>
    public IReadOnlyList<SentRequest> Sent => sent;

    /// <summary>Whether the request of the point came.</summary>
    public bool IsMet => faulted is not null;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (isDead)
            throw new ProcessDiedException();
        if (!IsFaulted(request))
            return await Network.SendAsync(request, cancellationToken);
        var isFirst = Interlocked.Increment(ref tries) == 1;
        if (isFirst && beside is not null)
            await beside();
        return point!.Kind switch
        {
            FaultKind.Overtaken => await Network.SendAsync(request, cancellationToken),
            FaultKind.LostOnce when !isFirst => await Network.SendAsync(request, cancellationToken),
            FaultKind.LostOnce or FaultKind.LostAlways => throw new IOException("The request got lost."),
            FaultKind.AnswerLostOnce when !isFirst => await Network.SendAsync(request, cancellationToken),
            FaultKind.AnswerLostOnce or FaultKind.AnswerLostAlways => await LoseAnswerAsync(request, cancellationToken),
            FaultKind.SignInPage when !isFirst => await Network.SendAsync(request, cancellationToken),
            FaultKind.SignInPage => Network.SignInPage(),
            FaultKind.KilledBefore => throw Dead(),
            FaultKind.KilledAfter => await DieAfterAsync(request, cancellationToken),
            _ => throw new InvalidOperationException($"No such fault: {point.Kind}"),
        };
    }

    private async Task<HttpResponseMessage> LoseAnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        (await Network.SendAsync(request, cancellation)).Dispose();
        throw new IOException("The answer got lost.");
    }

    private async Task<HttpResponseMessage> DieAfterAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        (await Network.SendAsync(request, cancellation)).Dispose();
        throw Dead();
    }

    private ProcessDiedException Dead()
    {
        isDead = true;
        return new();
    }

    private bool IsFaulted(HttpRequestMessage request)
    {
        var id = request.Headers.GetValues(RequestId).Single();
        lock (noting)
        {
            if (known.Add(id))
            {
                var line = Line(request);
                occurrences[line] = occurrences.GetValueOrDefault(line) + 1;
                sent.Add(new(line, occurrences[line]));
                if (point is not null && sent[^1] == point.Request)
                    faulted = id;
            }
            return id == faulted;
        }
    }

    /// <summary>Without what differs from run to run: the account, and numbers made of the time of processing.</summary>
    private static string Line(HttpRequestMessage request)
    {
        var path = request.RequestUri!.PathAndQuery;
        // What is asked of the whole account has no path but its name.
        path = path[path.IndexOfAny(['/', '?'], 1)..];
        return $"{request.Method} {Uri.UnescapeDataString(OfThisRun().Replace(path, "#"))}";
    }

    [GeneratedRegex(
        @"(?<=/cold/)[0-9a-f]{8,}|(?<=[?&](?:marker|popreceipt)=)[^&]+|(?<=/messages/)[^?]+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex OfThisRun();
}
