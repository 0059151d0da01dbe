using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>Writes one unit's draft notice from its frozen figures: twice is the same as once, byte for byte.</summary>
public sealed partial class WriteNotice(
    Documents documents,
    Registers registers,
    ReviewTable reviews,
    StaffSetting<Authorities> authorities,
    PoisonMarks marks,
    PeriodScheme scheme,
    Instruments instruments,
    ILogger<WriteNotice> log
)
{
    /// <summary>Writes DOCX and HTML.</summary>
    /// <exception cref="InvalidDataException">The message names no reviewed unit.</exception>
    public async Task WriteAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var (letter, reviewed) = await ComposeAsync(message, cancellation);
        await documents.PutAsync(
            letter,
            Paths.NoticeDocx(message.Period, message.Unit),
            Paths.NoticeHtml(message.Period, message.Unit),
            cancellation
        );
        await marks.ClearAsync(MarkPoisonedNotice.MarkOf(message), cancellation);
        instruments.Notices.Add(1, MetricTags.Kind(reviewed.IsBelow ? "corrective" : "data-request"));
        LogWritten(message.Period, message.Unit);
    }

    /// <summary>The letter, of which nothing is stored.</summary>
    internal async Task<(Letter Letter, ReviewedUnit Reviewed)> ComposeAsync(
        NoticeMessage message,
        CancellationToken cancellation
    )
    {
        var reviewed = await FindAsync(message, cancellation);
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        return (
            Tracing.Step(Spans.ComposeLetter, Signals.Present, () => NoticeText.Compose(reviewed, authority)),
            reviewed
        );
    }

    private async Task<ReviewedUnit> FindAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        return
            Period.TryParse(message.Period, scheme, out var period)
            && units.Find(message.Unit) is { } unit
            && await reviews.FindAsync(period, unit, cancellation) is { } reviewed
            ? reviewed
            : throw new InvalidDataException(
                $"Kỳ {message.Period} không có kết quả đánh giá của đơn vị {message.Unit} để soạn công văn."
            );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote the draft notice of {Unit} for {Period}")]
    private partial void LogWritten(string period, string unit);
}
