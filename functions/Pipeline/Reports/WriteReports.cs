using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Reports;

/// <summary>Writes everything a review produces beside its letters, from the frozen figures: twice is the same as once.</summary>
public sealed partial class WriteReports(
    Documents stored,
    ReadQuarterResults results,
    PoisonMarks marks,
    PeriodScheme scheme,
    IOptions<ReportSettings> settings,
    Instruments instruments,
    ILogger<WriteReports> log
)
{
    /// <summary>Composes all documents before the first is stored: a review never has half of them anew.</summary>
    /// <exception cref="InvalidDataException">The period was not reviewed.</exception>
    public async Task WriteAsync(string period, CancellationToken cancellation)
    {
        var documents = await ComposeAsync(period, cancellation);
        IReadOnlyList<DocumentMark> together = [.. documents.Select(document => document.Mark)];
        foreach (var document in documents)
            await stored.PutAsync(StoredNames.Reports, document, together, cancellation);
        await marks.ClearAsync(MarkPoisonedNotice.MarkOf(NoticeMessage.ForReports(period)), cancellation);
        instruments.Notices.Add(1, MetricTags.Kind("reports"));
        LogWritten(period, documents.Count);
    }

    /// <summary>All of them, of which nothing is stored.</summary>
    internal async Task<IReadOnlyList<Document>> ComposeAsync(string period, CancellationToken cancellation)
    {
        if (!Period.TryParse(period, scheme, out var reviewed))
            throw new InvalidDataException($"\"{period}\" không phải là một kỳ để lập báo cáo.");
        return QuarterDocuments.Of(await results.ReadAsync(reviewed, cancellation), settings.Value);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote {Count} reports for {Period}")]
    private partial void LogWritten(string period, int count);
}
