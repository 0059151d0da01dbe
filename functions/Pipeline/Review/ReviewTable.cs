using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>The frozen reviews: rows are added once and never changed (design.md §4, laws 6 and 7).</summary>
public sealed class ReviewTable(Store store, PeriodScheme scheme)
{
    private readonly TableClient table = store.Table(StoredNames.ReviewsTable);

    /// <summary>Adds a unit's row; one that is there already stays and is returned.</summary>
    public async Task<ReviewedUnit> AddAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(ReviewEntity.Of(reviewed), cancellation);
            return reviewed;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return await FindAsync(reviewed.Period, reviewed.Unit, cancellation)
                ?? throw new InvalidOperationException(
                    $"Reviews/{reviewed.Period.Name}/{reviewed.Unit.Id} was there and is gone.",
                    exists
                );
        }
    }

    public async Task<ReviewedUnit?> FindAsync(Period period, Unit unit, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            period.Name,
            unit.Id,
            cancellationToken: cancellation
        );
        return found.HasValue ? ReviewEntity.Read(found.Value!, period, unit) : null;
    }

    /// <summary>All frozen rows of a period.</summary>
    public async Task<IReadOnlyList<ReviewedUnit>> ListAsync(
        Period period,
        UnitRegister units,
        CancellationToken cancellation
    )
    {
        var rows = new List<ReviewedUnit>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period.Name}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (entity.RowKey == Keys.ReviewDone)
                continue;
            var unit =
                units.Find(entity.RowKey)
                ?? throw new InvalidDataException($"Unit {entity.RowKey} is not registered; import the units.");
            rows.Add(ReviewEntity.Read(entity, period, unit));
        }
        return rows;
    }

    public async Task<bool> IsDoneAsync(string period, CancellationToken cancellation) =>
        (
            await table.GetEntityIfExistsAsync<TableEntity>(period, Keys.ReviewDone, cancellationToken: cancellation)
        ).HasValue;

    /// <summary>The last row: everything before it was written and every message sent.</summary>
    public async Task MarkDoneAsync(
        Period period,
        int units,
        int notices,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var entity = new TableEntity(period.Name, Keys.ReviewDone)
        {
            ["Scheme"] = scheme.Id(),
            ["From"] = period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["To"] = period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Units"] = units,
            ["Notices"] = notices,
            ["FinishedAt"] = now,
        };
        try
        {
            await table.AddEntityAsync(entity, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // Another instance finished the same review.
        }
    }
}
