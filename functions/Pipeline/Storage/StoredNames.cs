namespace CCHC.Pipeline.Storage;

/// <summary>Containers, tables and queues (design.md §3, §5), spelt here only.</summary>
public static class StoredNames
{
    public const string Exports = "exports";
    public const string Journal = "journal";
    public const string Ledger = "ledger";
    public const string Receipts = "receipts";
    public const string Checklists = "checklists";
    public const string Notices = "notices";
    public const string Reports = "reports";
    public const string Settings = "settings";

    public const string ExportsTable = "Exports";
    public const string KpiDailyTable = "KpiDaily";
    public const string KpiTable = "Kpi";
    public const string TargetsTable = "Targets";
    public const string UnitsTable = "Units";
    public const string ReviewsTable = "Reviews";
    public const string OfficesTable = "Offices";
    public const string ChecklistsTable = "Checklists";
    public const string FollowUpsTable = "FollowUps";
    public const string OutboxTable = "Outbox";
    public const string FingerprintsTable = "Fingerprints";

    public const string NoticesQueue = "notices";
    public const string NoticesPoisonQueue = "notices-poison";
    public const string OutboxQueue = "outbox";
    public const string OutboxPoisonQueue = "outbox-poison";
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    public static IReadOnlyList<string> Containers { get; } =
    [Exports, Journal, Ledger, Receipts, Checklists, Notices, Reports, Settings];

    public static IReadOnlyList<string> Tables { get; } =
    [
        ExportsTable,
        KpiDailyTable,
        KpiTable,
        TargetsTable,
        UnitsTable,
        ReviewsTable,
        OfficesTable,
        ChecklistsTable,
        FollowUpsTable,
        OutboxTable,
        FingerprintsTable,
    ];

    /// <summary>Whose rows follow from the journal and the receipts: <c>rebuild --verify</c> looks at those.</summary>
    public static IReadOnlyList<string> DerivedTables { get; } = [ExportsTable, KpiDailyTable, KpiTable];

    public static IReadOnlyList<string> Queues { get; } =
    [NoticesQueue, NoticesPoisonQueue, OutboxQueue, OutboxPoisonQueue, BlobPoisonQueue];
}
