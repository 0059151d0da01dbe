using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>How each table's rows are read, for who asks nothing but whether they can be. Reviews are asked by period.</summary>
internal static class RowKinds
{
    /// <summary>What nothing else tells.</summary>
    public static IReadOnlyDictionary<string, Action<StoredRow>> Kept { get; } =
        new Dictionary<string, Action<StoredRow>>(StringComparer.Ordinal)
        {
            [StoredNames.FollowUpsTable] = row => FollowUpEntity.Read(row),
            [StoredNames.ChecklistsTable] = row => ChecklistEntity.Read(row),
            [StoredNames.OutboxTable] = row => MailEntity.Read(row),
            [StoredNames.FingerprintsTable] = row => Bringer.Read(row),
        };

    public static bool IsKept(Damage damage) => Kept.ContainsKey(damage.Place.Split('/')[0]);

    /// <summary>What follows from the ledgers, too.</summary>
    public static IReadOnlyDictionary<string, Action<StoredRow>> All { get; } =
        new Dictionary<string, Action<StoredRow>>(Kept, StringComparer.Ordinal)
        {
            [StoredNames.ExportsTable] = row => UploadFiles.Read(row),
            [StoredNames.KpiTable] = row => KpiEntity.TallyOf(row),
            [StoredNames.KpiDailyTable] = row => _ = (KpiEntity.DayOf(row), KpiEntity.TallyOf(row)),
        };
}
