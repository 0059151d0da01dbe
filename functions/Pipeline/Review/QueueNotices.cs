using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>How far a review is.</summary>
/// <param name="IsAgain">An earlier try has frozen units, and may have asked for their letters.</param>
/// <param name="IsWhole">No unit waits.</param>
internal readonly record struct ReviewState(bool IsAgain, bool IsWhole);

/// <summary>Asks for the documents of a review: one message per unit that needs a letter, one for all reports.</summary>
public sealed class QueueNotices(Store store, Documents documents)
{
    /// <summary>Asks for the letters that aren't written yet and, once no unit waits, for the reports, whose totals would lack it.</summary>
    /// <returns>How many letters were asked for.</returns>
    internal async Task<int> AskAsync(
        Period period,
        IReadOnlyList<ReviewedUnit> reviewed,
        ReviewState state,
        ReviewSpans spans,
        CancellationToken cancellation
    )
    {
        var written = state.IsAgain ? await WrittenAsync(period, cancellation) : null;
        var letters = await LettersAsync(period, Lacking(period, reviewed, written), spans, cancellation);
        if (state.IsWhole)
            await SendAsync(NoticeMessage.ForReports(period.Name), spans, cancellation);
        return letters;
    }

    /// <summary>Asks again for what a finished review lacks, because it was given up, deleted or damaged.</summary>
    /// <returns>How many letters were asked for.</returns>
    internal async Task<int> AskForMissingAsync(FrozenRows frozen, ReviewSpans spans, CancellationToken cancellation)
    {
        var period = frozen.Period;
        var written = await WrittenAsync(period, cancellation);
        var letters = await LettersAsync(period, Lacking(period, frozen.Units, written), spans, cancellation);
        // Reports speak of all units, and wait for all.
        if (frozen.IsWhole && await LackReportsAsync(period, cancellation))
            await SendAsync(NoticeMessage.ForReports(period.Name), spans, cancellation);
        return letters;
    }

    private async Task<bool> LackReportsAsync(Period period, CancellationToken cancellation)
    {
        // Not what lies in folders below: of a province that is thousands.
        var prefix = Paths.ReportsOf(period.Name);
        var written = await documents.ListAsync(StoredNames.Reports, prefix, withFolders: false, cancellation);
        return !Paths.AllReports(period.Name).All(written.IsSound);
    }

    public Task AskForReportsAsync(string period, CancellationToken cancellation) =>
        store.Queue(StoredNames.NoticesQueue).SendMessageAsync(NoticeMessage.ForReports(period).ToJson(), cancellation);

    private static IEnumerable<ReviewedUnit> Lacking(
        Period period,
        IReadOnlyList<ReviewedUnit> reviewed,
        ListedDocuments? written
    ) => reviewed.Where(unit => unit.NeedsNotice && !IsWritten(period.Name, unit.Unit.Id, written));

    private static bool IsWritten(string period, string unit, ListedDocuments? written) =>
        written is not null
        && written.IsSound(Paths.NoticeDocx(period, unit))
        && written.IsSound(Paths.NoticeHtml(period, unit));

    private async Task<int> LettersAsync(
        Period period,
        IEnumerable<ReviewedUnit> units,
        ReviewSpans spans,
        CancellationToken cancellation
    )
    {
        var letters = 0;
        foreach (var unit in units)
        {
            await SendAsync(new NoticeMessage(period.Name, unit.Unit.Id), spans, cancellation);
            letters++;
        }
        return letters;
    }

    private Task<ListedDocuments> WrittenAsync(Period period, CancellationToken cancellation) =>
        documents.ListAsync(StoredNames.Notices, Paths.NoticesOf(period.Name), withFolders: false, cancellation);

    private Task SendAsync(NoticeMessage message, ReviewSpans spans, CancellationToken cancellation) =>
        spans.QueueAsync(
            message.Unit,
            parent =>
            {
                var json = (message with { TraceParent = parent }).ToJson();
                return store.Queue(StoredNames.NoticesQueue).SendMessageAsync(json, cancellation);
            }
        );
}
