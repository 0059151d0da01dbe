using System.Collections.Concurrent;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Review;

/// <summary>Which quarters a review would leap over: each is compared with the one before it (design.md §4, law 7).</summary>
public sealed class ReviewOrder(
    Store store,
    ReviewTable table,
    StoreBirth birth,
    Registers registers,
    PeriodScheme scheme,
    IOptions<ReviewSettings> settings
)
{
    private const int Parallelism = 8;

    /// <summary>
    /// Quarters before this one without a finished review, the earliest first: from the first that is reviewed by
    /// itself, or of which anybody has sent data.
    /// </summary>
    public async Task<IReadOnlyList<string>> LeptOverAsync(PeriodKey quarter, CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        var leptOver = new List<string>();
        var first = await FirstAsync([.. units.All.Select(unit => unit.Id)], cancellation);
        for (
            var before = first;
            before.Ordinal < quarter.Ordinal;
            before = before with { Ordinal = before.Ordinal + 1 }
        )
        {
            if (units.ValidOn(before.To(scheme)).Any() && !await table.IsDoneAsync(before.Name, cancellation))
                leptOver.Add(before.Name);
        }
        return leptOver;
    }

    /// <summary>The first quarter that is reviewed by itself.</summary>
    public async Task<PeriodKey> FirstByItselfAsync(CancellationToken cancellation) =>
        Period.TryParse(settings.Value.FirstPeriod, scheme, out var first)
            ? first.Key!.Value
            : PeriodKey.Containing(PeriodKind.Quarter, await birth.DayAsync(cancellation), scheme);

    private async Task<PeriodKey> FirstAsync(IReadOnlyList<string> units, CancellationToken cancellation)
    {
        var byItself = await FirstByItselfAsync(cancellation);
        var days = new ConcurrentBag<DateOnly>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            units,
            options,
            async (unit, token) =>
            {
                if (await FirstDayAsync(unit, token) is { } day)
                    days.Add(day);
            }
        );
        if (days.IsEmpty)
            return byItself;
        var sent = PeriodKey.Containing(PeriodKind.Quarter, days.Min(), scheme);
        return sent.Ordinal < byItself.Ordinal ? sent : byItself;
    }

    /// <summary>The day of a unit's earliest upload: rows are sorted by it.</summary>
    private async Task<DateOnly?> FirstDayAsync(string unit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        var rows = store.Table(StoredNames.ExportsTable).QueryAsync<TableEntity>(filter, 1, ["RowKey"], cancellation);
        await foreach (var row in rows)
        {
            return Keys.DayOfExport(row.RowKey);
        }
        return null;
    }
}
