using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Kpis;

/// <summary>
/// What is counted of a unit, field or procedure in a period; the rules are those of domain.md §5.
/// The first <see cref="Counts.Published"/> are columns of tables and CSV; the rest only feed KPIs.
/// </summary>
public enum Count
{
    Received,
    ReceivedOnline,
    ReceivedInPerson,
    ReceivedPostal,
    ReceivedUnknownChannel,
    CarriedOver,
    Finished,
    Early,
    OnTime,
    Overdue,
    Open,
    OpenInTime,
    OpenOverdue,
    Returned,
    ReturnedPostal,
    ReturnedOnline,
    ReturnedUnknownChannel,
    Withdrawn,
    Extended,
    ReceivedLevel4,
    ReceivedLevel3,
    ReceivedLevel2,
    ReceivedOnlineLevel4,
    ReceivedOnlineLevel3,

    /// <summary>No upload with the dossier ever had a due column: on time or not is not known.</summary>
    FinishedUnknownDue,
    OpenUnknownDue,

    /// <summary>No date says when: the as-of day on which it was first seen closed stands in.</summary>
    FinishedInferred,
    ReceivedEligibleUnknownChannel,
    ReceivedDigitised,
    ReceivedNotDigitised,
    ReceivedPaidOnline,
    ReceivedNotPaidOnline,

    /// <summary>Finished with the status of having been returned, and no day of return known: in no period's returned.</summary>
    ReturnedUnknownDay,
}

public static partial class Counts
{
    public const int Number = (int)Count.ReturnedUnknownDay + 1;
    public const int Published = (int)Count.FinishedInferred + 1;

    /// <summary>The column names of tables, in order: Received, ReceivedOnline, ….</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Enum.GetNames<Count>().Take(Published)];

    /// <summary>The column names of CSV and JSON, in order: received, received_online, ….</summary>
    public static IReadOnlyList<string> CsvColumns { get; } = [.. Columns.Select(Snake)];

    private static string Snake(string pascal) => Hump().Replace(pascal, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Hump();
}
