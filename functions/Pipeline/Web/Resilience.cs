using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CCHC.Pipeline.Web;

/// <summary>When a server is asked again, and how long all of it may take. Built here, not by the package's handler, whose log isn't made of sentences.</summary>
internal sealed class Resilience(WebSettings settings, TimeProvider time, Chance chance)
{
    /// <summary>All tries: around the pace of the host.</summary>
    public ResiliencePipeline<HttpResponseMessage> Tries(TimeSpan total)
    {
        var builder = Builder().AddTimeout(new TimeoutStrategyOptions { Timeout = total });
        if (settings.MostRetries == 0)
            return builder.Build();
        return builder
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = settings.MostRetries,
                    Delay = settings.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Randomizer = chance.Next,
                    ShouldHandle = tried => ValueTask.FromResult(IsWorthAnother(tried.Outcome)),
                    DelayGenerator = tried => ValueTask.FromResult(Wanted(tried.Outcome.Result)),
                }
            )
            .Build();
    }

    /// <summary>One try, without its waiting for the pace.</summary>
    public ResiliencePipeline<HttpResponseMessage> OneTry(TimeSpan timeout) =>
        Builder().AddTimeout(new TimeoutStrategyOptions { Timeout = timeout }).Build();

    private ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new() { TimeProvider = time };

    private bool IsWorthAnother(Outcome<HttpResponseMessage> tried)
    {
        if (tried.Exception is { } thrown)
            return thrown is HttpRequestException or TimeoutRejectedException && WebFaultException.In(thrown) is null;
        var isPassing =
            tried.Result!.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (int)tried.Result.StatusCode >= 500;
        return isPassing && !(Wanted(tried.Result) > settings.LongestRetryAfter);
    }

    /// <summary>Retry-After, as seconds or as a moment.</summary>
    private TimeSpan? Wanted(HttpResponseMessage? response)
    {
        var wanted = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
    }
}
