using System.Globalization;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Ids of mails, spelt here only: one id, one mail, for ever.</summary>
public static class MailIds
{
    public static string Draft(string period, string unit) => $"draft-{period}-{unit}";

    public static string Reports(string period) => $"reports-{period}";

    /// <summary>The clerk's number as part of a key: "389".</summary>
    public static string Issued(string period, string unit, string number) =>
        $"issued-{period}-{unit}-{Slug.Of(number)}";

    /// <summary>One per gap: the gap begins after the last day with an export.</summary>
    public static string Late(string unit, DateOnly lastExport) => $"late-{unit}-{Day(lastExport)}";

    /// <summary>A unit that never sent anything has one gap per quarter.</summary>
    public static string NeverSent(string unit, string period) => $"late-{unit}-never-{period}";

    /// <summary>A month's early warning: warning-2022-M02-29956.</summary>
    public static string Warning(string month, string unit) => $"warning-{month}-{unit}";

    /// <summary>The first urging has no number, the second is 2.</summary>
    public static string Urge(string unit, string period, DateOnly deadline, int round) =>
        $"urge-{unit}-{period}-{Day(deadline)}"
        + (round == 1 ? "" : $"-{round.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The day's list of units that could not be written to.</summary>
    public static string NoAddress(DateOnly day) => $"no-address-{Day(day)}";

    /// <summary>The calendar of working days ends.</summary>
    public static string CalendarEnds(int year) => $"calendar-{year.ToString(CultureInfo.InvariantCulture)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
