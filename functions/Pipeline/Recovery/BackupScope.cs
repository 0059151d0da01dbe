using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>A container or a table.</summary>
public sealed record StorePart(string Name, bool IsTable);

/// <summary>What a backup holds, what it leaves out and why: every container and table stands in one of the two lists.</summary>
public static class BackupScope
{
    /// <summary>
    /// What is copied, in this order: whatever says "done" comes before what it rests on. So a copy taken while the
    /// service runs has no mail without its letter, no letter or follow-up without its review, no receipt and no review
    /// without its journal entries: each state is one that a crash could have left, and the laws recover from those.
    /// </summary>
    public static IReadOnlyList<StorePart> Parts { get; } =
    [
        Table(StoredNames.OutboxTable),
        Table(StoredNames.FollowUpsTable),
        Container(StoredNames.Notices),
        Table(StoredNames.ReviewsTable),
        Container(StoredNames.Reports),
        Container(StoredNames.Receipts),
        Table(StoredNames.ExportsTable),
        Table(StoredNames.FingerprintsTable),
        Table(StoredNames.ChecklistsTable),
        Container(StoredNames.Checklists),
        Container(StoredNames.Journal),
        Table(StoredNames.TargetsTable),
        Table(StoredNames.UnitsTable),
        Table(StoredNames.OfficesTable),
        Container(StoredNames.Settings),
    ];

    /// <summary>What is not copied, each with its reason.</summary>
    public static IReadOnlyDictionary<StorePart, string> LeftOut { get; } =
        new Dictionary<StorePart, string>
        {
            [Container(StoredNames.Exports)] = "the one place with personal data: it leaves after 30 days, in no copy",
            [Container(StoredNames.Ledger)] = "derived from the journal",
            [Table(StoredNames.KpiTable)] = "derived from the journal",
            [Table(StoredNames.KpiDailyTable)] = "derived from the journal",
        };

    /// <summary>
    /// Staff's lists and the scope's head: given to a store when everything else is there, so that a service running on
    /// it by mistake finds nobody to write to and no quarter to review.
    /// </summary>
    internal static bool IsGivenLast(StorePart part) =>
        part.Name
            is StoredNames.TargetsTable
                or StoredNames.UnitsTable
                or StoredNames.OfficesTable
                or StoredNames.Settings;

    /// <summary>
    /// Left out of settings: the note of an earlier restoring, and how far sources were pulled. That would claim exports
    /// that no backup holds; losing it costs requests, never an export.
    /// </summary>
    internal static bool Holds(string container, string blob) =>
        // Rows are copied first: a mail posted meanwhile would come back as one whose row was lost.
        !(container == StoredNames.Notices && blob.StartsWith(Paths.MailCopies, StringComparison.Ordinal))
            && container != StoredNames.Settings
        || (blob != Paths.RestoreMark && !blob.StartsWith(Paths.PullStates, StringComparison.Ordinal));

    private static StorePart Table(string name) => new(name, IsTable: true);

    private static StorePart Container(string name) => new(name, IsTable: false);
}
