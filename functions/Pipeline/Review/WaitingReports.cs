using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>
/// Which reviews' reports wait because something that they rest on can't be read: while there are any, health is red
/// and names them, and each tick asks for them again.
/// </summary>
public sealed class WaitingReports(DamageMarks marks, QueueNotices notices)
{
    public Task NoteAsync(string period, Damage why, CancellationToken cancellation) =>
        marks.SetAsync(
            new(PlaceOf(period), $"các báo cáo của kỳ này chưa lập được, {why.Place}: {why.Words}"),
            cancellation
        );

    public Task ClearAsync(string period, CancellationToken cancellation) =>
        marks.ClearAsync(PlaceOf(period), cancellation);

    public async Task AskAsync(CancellationToken cancellation)
    {
        foreach (var damage in await marks.ListAsync(cancellation))
        {
            if (damage.Place.Split('/') is [StoredNames.Reports, var period, _] && damage.Place == PlaceOf(period))
                await notices.AskForReportsAsync(period, cancellation);
        }
    }

    private static string PlaceOf(string period) => $"{StoredNames.Reports}/{Paths.SummaryReport(period)}";
}
