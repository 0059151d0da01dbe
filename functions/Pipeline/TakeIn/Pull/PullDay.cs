using System.Security.Cryptography;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Fetches one day's export of one unit: put first, then noted, so that a crash between costs a request only.</summary>
public sealed partial class PullDay(
    AskServer ask,
    PulledExports exports,
    PullStates states,
    PeriodScheme scheme,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<PullDay> log
)
{
    public Task<PullResult> PullAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay? before,
        CancellationToken cancellation
    ) =>
        Tracing.StepAsync(
            Spans.PullDay,
            SpanTags.Day,
            IsoDay.Of(day),
            () => PullInSpanAsync(source, unit, day, before, cancellation)
        );

    private async Task<PullResult> PullInSpanAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay? before,
        CancellationToken cancellation
    )
    {
        var span = Signals.Present?.About(Correlation.On(day, unit, scheme));
        var (outcome, text, isSilence) = await FetchAsync(source, unit, day, before, cancellation);
        span.Say(SpanTags.Outcome, outcome.ToString().ToLowerInvariant());
        if (outcome is PullOutcome.Failed)
        {
            var failure = new PullEvent(day, time.GetUtcNow(), text);
            await states.UpdateAsync(source.Id, unit, state => state with { LastFailure = failure }, cancellation);
            LogFailed(source.Id, unit, day, text);
        }
        else
        {
            LogDone(source.Id, unit, day, outcome);
        }
        return new(source.Id, unit, day, outcome, text) { IsSilence = isSilence };
    }

    private async Task<(PullOutcome Outcome, string Text, bool IsSilence)> FetchAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay? before,
        CancellationToken cancellation
    )
    {
        if (Headers(source, before) is not { } headers)
        {
            var setting = source.SecretSetting.Replace(":", "__", StringComparison.Ordinal);
            return (PullOutcome.Failed, $"Thiếu khóa truy cập: đặt cấu hình {setting}.", true);
        }
        var question = new WebQuestion(source.Address.For(unit, day), headers);
        var answered = await ask.AskAsync(WebClients.Exports, question, cancellation);
        if (answered.Answer is not { } answer)
            return (PullOutcome.Failed, PullAnswer.Judge(answered, source.Extension).Text, IsSilence(answered));
        var (outcome, text) = await KeepAsync(source, unit, day, before, answer, cancellation);
        return (outcome, text, false);
    }

    /// <summary>A server that sends too much, or elsewhere, is there.</summary>
    private static bool IsSilence(WebOutcome answered) =>
        answered.Fault is not (WebFault.TooLarge or WebFault.TooManyRedirects);

    private async Task<(PullOutcome, string)> KeepAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay? before,
        WebAnswer answer,
        CancellationToken cancellation
    )
    {
        var (outcome, text) = PullAnswer.Judge(WebOutcome.Of(answer), source.Extension);
        switch (outcome)
        {
            case PullOutcome.Stored:
                return await StoreAsync(source, unit, day, before, answer, cancellation);
            case PullOutcome.Unchanged when before is null:
                return (PullOutcome.Failed, "Máy chủ trả lời 304 khi chưa có tệp nào.");
            case PullOutcome.Unchanged:
                return await NoteAsync(source, unit, day, before with { AskedAt = time.GetUtcNow() }, cancellation);
            case PullOutcome.NotThere:
                var now = time.GetUtcNow();
                await states.UpdateAsync(source.Id, unit, state => state.HasNone(day, now), cancellation);
                return (outcome, text);
            default:
                return (outcome, text);
        }
    }

    private async Task<(PullOutcome, string)> StoreAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay? before,
        WebAnswer answer,
        CancellationToken cancellation
    )
    {
        var pulled = Pulled(answer);
        var isKnown = before?.Sha256 == pulled.Sha256;
        if (before is not null && !isKnown)
        {
            // Should this break off behind the put, "not modified" must not be said of what was there before.
            var unconditional = before.WithoutConditions;
            await states.UpdateAsync(source.Id, unit, state => state.Noted(day, unconditional), cancellation);
        }
        var content = answer.Body.ToArray();
        if (await exports.PutAsync(source, unit, day, content, isKnown, cancellation) is not { } file)
            return await NoteAsync(source, unit, day, pulled, cancellation);
        var at = pulled.AskedAt;
        await states.UpdateAsync(
            source.Id,
            unit,
            state => state.Had(day, pulled, file).Put(day, file, at),
            cancellation
        );
        return (PullOutcome.Stored, file);
    }

    private async Task<(PullOutcome, string)> NoteAsync(
        PullSource source,
        string unit,
        DateOnly day,
        PulledDay pulled,
        CancellationToken cancellation
    )
    {
        await states.UpdateAsync(
            source.Id,
            unit,
            state => state.Had(day, pulled, "Không thay đổi.").Answered(day, pulled.AskedAt),
            cancellation
        );
        return (PullOutcome.Unchanged, "Không thay đổi.");
    }

    private PulledDay Pulled(WebAnswer answer) =>
        new(
            answer.ETag,
            answer.LastModified,
            Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span)),
            time.GetUtcNow()
        );

    /// <summary>Null where the key is missing.</summary>
    private Dictionary<string, string>? Headers(PullSource source, PulledDay? before)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (before is { ETag.Length: > 0 })
            headers["If-None-Match"] = before.ETag;
        if (before is { LastModified.Length: > 0 })
            headers["If-Modified-Since"] = before.LastModified;
        if (source.Header.Length == 0)
            return headers;
        if (configuration[source.SecretSetting]?.Trim() is not { Length: > 0 } key || key.Any(char.IsControl))
            return null;
        headers[source.Header] = key;
        return headers;
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The export of {Unit} for {Day:yyyy-MM-dd} could not be pulled from {Source}: {Why}"
    )]
    private partial void LogFailed(string source, string unit, DateOnly day, string why);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The export of {Unit} for {Day:yyyy-MM-dd} from {Source}: {Outcome}"
    )]
    private partial void LogDone(string source, string unit, DateOnly day, PullOutcome outcome);
}
