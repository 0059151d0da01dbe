using CCHC.EndToEnd.Tests.Mail;
using CCHC.Failure.Tests.Faults;

namespace CCHC.Failure.Tests.Comparison;

/// <summary>
/// Nothing is sent twice but a mail whose acceptance was lost: one that the server had taken when what would have noted
/// it failed (docs/adr/0014).
/// </summary>
internal static class MailedTwice
{
    private const string OutboxRow = "/Outbox(";

    public static IEnumerable<string> Among(
        IReadOnlyList<MailServer.Event> mails,
        int beforeTheRestart,
        FaultPoint? point
    )
    {
        // Of one that was merely overtaken nothing is lost: its claim has to fail.
        var mayBeLost =
            point is { Kind: not FaultKind.Overtaken }
            && point.Request.Line.Contains(OutboxRow, StringComparison.Ordinal);
        var lost = mails.Take(mayBeLost ? beforeTheRestart : 0).Select(Id).ToHashSet(StringComparer.Ordinal);
        return mails
            .GroupBy(mail => (Id: Id(mail), To: string.Join(' ', mail.To)))
            .Where(same => same.Count() > (lost.Contains(same.Key.Id) ? 2 : 1))
            .Select(same => $"mail {same.Key.Id} went to {same.Key.To} {same.Count()} times");
    }

    private static string Id(MailServer.Event mail) => mail.Message.MessageId!;
}
