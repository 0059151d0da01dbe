using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using MimeKit;

namespace CCHC.Pipeline.Outbox;

/// <summary>Ids of mails, spelt here only: one id, one mail, for ever.</summary>
public static class MailIds
{
    public static string Draft(string period, string unit) => $"draft-{period}-{unit}";

    public static string Reports(string period) => $"reports-{period}";

    /// <summary>The clerk's number and day: another of the two is another thing to tell the unit.</summary>
    public static string Issued(string period, string unit, string number, DateOnly date) =>
        $"issued-{period}-{unit}-{Slug.Of(number)}-{Day(date)}";

    /// <summary>A letter that is issued once more as it was before it was replaced.</summary>
    public static string Again(string id, int round) =>
        round == 1 ? id : $"{id}-{round.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>One per gap: the gap begins after the last day with an export.</summary>
    public static string Late(string unit, DateOnly lastExport) => $"late-{unit}-{Day(lastExport)}";

    /// <summary>A unit that never sent anything has one gap per quarter.</summary>
    public static string NeverSent(string unit, string period) => $"late-{unit}-never-{period}";

    /// <summary>A month's early warning: warning-2022-M02-29956.</summary>
    public static string Warning(string month, string unit) => $"warning-{month}-{unit}";

    /// <summary>The first urging has no number, the second is 2.</summary>
    public static string Urge(string unit, string period, DateOnly deadline, int round) =>
        Again($"urge-{unit}-{period}-{Day(deadline)}", round);

    /// <summary>What became of an upload.</summary>
    public static string Receipt(string unit, DateOnly day, string mark) => $"receipt-{unit}-{Day(day)}-{mark}";

    /// <summary>What staff have to look at that day.</summary>
    public static string Morning(DateOnly day) => $"morning-{Day(day)}";

    /// <summary>The day's list of units that could not be written to.</summary>
    public static string NoAddress(DateOnly day) => $"no-address-{Day(day)}";

    /// <summary>The calendar of working days ends.</summary>
    public static string CalendarEnds(int year) => $"calendar-{year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>At the sender's domain, which a machine that only posts may not know: whoever sends it first does.</summary>
    public static string MessageId(string id, string from) =>
        id.Split('@')[0] + (MailboxAddress.TryParse(from, out var sender) ? $"@{sender.Domain}" : "@cchc.invalid");

    private static string Day(DateOnly day) => IsoDay.Of(day);
}
