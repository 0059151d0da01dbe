using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Reads every row that nothing else tells: one that can't be read is named before somebody needs it.</summary>
/// <remarks>Figures are derived: <see cref="VerifyRebuild"/> looks at those.</remarks>
public sealed class LookAtRows(
    Store store,
    ReviewTable reviews,
    DamageMarks marks,
    Registers registers,
    PeriodScheme scheme,
    TimeProvider time
)
{
    /// <summary>In the night's first hour; at other times nothing.</summary>
    public Task NightlyAsync(CancellationToken cancellation) =>
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), VietnamTime.Zone).Hour == 0
            ? LookAsync(cancellation)
            : Task.CompletedTask;

    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var (name, read) in RowKinds.Kept)
            await marks.ReadAllAsync(store.Table(name), "", row => IsRead(read, row), cancellation);
        var units = (await registers.GetAsync(cancellation)).Units;
        foreach (var period in await PeriodsAsync(cancellation))
            await reviews.ListAsync(period, units, cancellation);
    }

    private static bool IsRead(Action<StoredRow> read, StoredRow row)
    {
        read(row);
        return true;
    }

    private async Task<IReadOnlyList<Period>> PeriodsAsync(CancellationToken cancellation)
    {
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        var rows = store
            .Table(StoredNames.ReviewsTable)
            .QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: cancellation);
        await foreach (var row in rows)
        {
            if (Period.TryParse(row.PartitionKey, scheme, out var period))
                periods.TryAdd(row.PartitionKey, period);
        }
        return [.. periods.Values];
    }
}
