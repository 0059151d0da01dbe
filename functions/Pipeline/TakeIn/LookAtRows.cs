using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Lost;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Reads every row that nothing else tells, and looks at the journal and at documents: what can't be read, or is gone, is
/// named before somebody needs it.
/// </summary>
/// <remarks>Figures are derived: <see cref="VerifyRebuild"/> looks at those.</remarks>
public sealed class LookAtRows(
    Store store,
    LostRows lost,
    LostLetters letters,
    LookAtDocuments documents,
    LookAtJournal journal,
    DamageMarks marks,
    TimeProvider time
)
{
    /// <summary>In the night's first hour; at other times nothing.</summary>
    public Task NightlyAsync(CancellationToken cancellation) =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), VietnamTime.Zone).Hour == 0
            ? LookAsync(cancellation)
            : Task.CompletedTask;

    public Task LookAsync(CancellationToken cancellation) =>
        InTurn.ForEachAsync<Func<Task>>(
            [() => journal.LookAsync(cancellation), () => LookAtTablesAsync(cancellation)],
            look => look()
        );

    private async Task LookAtTablesAsync(CancellationToken cancellation)
    {
        foreach (var (name, read) in RowKinds.Kept)
            await marks.ReadAllAsync(store.Table(name), "", row => IsRead(read, row), cancellation);
        // It reads the reviews' rows as well.
        await lost.LookAsync(cancellation);
        await letters.LookAsync(cancellation);
        // Once their records are looked at.
        await documents.LookAsync(cancellation);
    }

    private static bool IsRead(Action<StoredRow> read, StoredRow row)
    {
        read(row);
        return true;
    }
}
