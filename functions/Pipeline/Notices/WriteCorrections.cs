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
    /// <returns>The corrections; null when the period has no finished review.</returns>
    /// <exception cref="PartlyDoneException">Of some the issued letter can't be read; the others' drafts were written.</exception>
    public async Task<FoundCorrections?> WriteAsync(Period period, CancellationToken cancellation)
    {
        if (await corrections.FindAsync(period, cancellation) is not { } found)
            return null;
        var today = time.Today();
        var authority = (await authorities.GetAsync(cancellation)).On(today);
        await InTurn.ForEachAsync(
            found.Units,
            correction => DraftAsync(period, correction, authority, today, cancellation)
        );
        return found;
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
