namespace CCHC.Pipeline.Checklists;

/// <summary>What stands in a checklist for one unit and criterion: exactly one member is set, or none (blank).</summary>
/// <param name="Done">Yes or no; "no" is also how a date or an address says "not yet".</param>
/// <param name="Day">Date: when it was done. Address: when it was published, beside <paramref name="Address"/>.</param>
/// <param name="Number">Count: how many.</param>
/// <param name="Address">Address: an absolute http or https address.</param>
public sealed record Answer(bool? Done = null, DateOnly? Day = null, int? Number = null, string Address = "")
{
    public bool IsBlank => Done is null && Day is null && Number is null && Address.Length == 0;
}

/// <summary>What a page said when it was asked.</summary>
public enum PageStatus
{
    /// <summary>It answers, with the words of a budget publication and the year.</summary>
    Published,

    /// <summary>It answers, without them.</summary>
    WithoutWords,

    /// <summary>The server says that there is no such page (404, 410).</summary>
    Missing,

    /// <summary>It answers with something that can't be read as text (a scan, a PDF): somebody must look.</summary>
    Unreadable,

    /// <summary>No answer: time-out, unknown host, server error. Says nothing about the unit.</summary>
    Unreachable,

    /// <summary>An address that may not be asked: private, loopback, not http.</summary>
    Refused,
}

/// <summary>One check of a page.</summary>
/// <param name="Address">Asked; a check holds only for the address it asked.</param>
/// <param name="CheckedOn">Vietnam's day.</param>
/// <param name="Status">The outcome.</param>
/// <param name="HttpStatus">As answered; null without an answer.</param>
/// <param name="Evidence">The words found, or why not, in Vietnamese; never text of the page beyond known words.</param>
public sealed record PageCheck(string Address, DateOnly CheckedOn, PageStatus Status, int? HttpStatus, string Evidence);

/// <summary>One line of a checklist as stored.</summary>
/// <param name="Period">2022-Q1.</param>
/// <param name="Unit">Unit id.</param>
/// <param name="Criterion">Criterion id.</param>
/// <param name="Answer">What was found.</param>
/// <param name="Evidence">A document's number and day, or an address; never a person.</param>
/// <param name="File">The checklist it came with.</param>
/// <param name="Line">Its line there.</param>
/// <param name="UploadedAt">UTC ticks: the greatest wins, whatever the order of processing.</param>
/// <param name="Page">The latest check of the answer's own address.</param>
public sealed record ChecklistLine(
    string Period,
    string Unit,
    string Criterion,
    Answer Answer,
    string Evidence,
    string File,
    int Line,
    long UploadedAt,
    PageCheck? Page = null
);
