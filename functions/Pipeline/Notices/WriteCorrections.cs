using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.Corrections;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>Drafts a letter of correction for every unit of which a finished review no longer says what today's data say.</summary>
public sealed partial class WriteCorrections(
    Documents documents,
    FindCorrections corrections,
    IssuedNotices issued,
    StaffSetting<Authorities> authorities,
    Instruments instruments,
    TimeProvider time,
    ILogger<WriteCorrections> log
)
{
    /// <summary>Writes the drafts; earlier drafts of the same units are replaced.</summary>
    /// <returns>The drafted corrections, and of whom none could be; null when the period has no finished review.</returns>
    public async Task<FoundCorrections?> WriteAsync(Period period, CancellationToken cancellation)
    {
        if (await corrections.FindAsync(period, cancellation) is not { } found)
            return null;
        var today = time.Today();
        var authority = (await authorities.GetAsync(cancellation)).On(today);
        var (drafted, unread) = (new List<UnitCorrection>(), new List<UnitTrouble>());
        foreach (var correction in found.Units)
        {
            var failures = await InTurn.TryEachAsync(
                [correction],
                each => DraftAsync(period, each, authority, today, cancellation)
            );
            if (failures.Count == 0)
                drafted.Add(correction);
            unread.AddRange(failures.Select(failure => UnitTrouble.Of(correction.Frozen.Unit.Id, failure)));
        }
        return new(drafted, [.. found.Unread, .. unread]);
    }

    private async Task DraftAsync(
        Period period,
        UnitCorrection correction,
        Authority authority,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var unit = correction.Frozen.Unit.Id;
        var letter = await issued.FindAsync(period.Name, unit, cancellation);
        await documents.PutAsync(
            CorrectionLetter.Compose(correction, letter, authority, today),
            Paths.CorrectionDocx(period.Name, unit),
            Paths.CorrectionHtml(period.Name, unit),
            cancellation
        );
        instruments.Notices.Add(1, MetricTags.Kind("correction"));
        LogWritten(period.Name, unit);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote the draft correction of {Unit} for {Period}")]
    private partial void LogWritten(string period, string unit);
}
