using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>The frozen reviews: rows are added once and never changed (design.md §4, laws 6 and 7).</summary>
public sealed class ReviewTable(Store store, DamageMarks marks, PeriodScheme scheme)
{
    private const string Lost = "dòng này đã mất; phục hồi dòng này từ bản sao lưu";
    private const string LostOfNobody =
        "có ít dòng đơn vị hơn khi chốt, các đơn vị đó cũng không còn trong danh sách; phục hồi từ bản sao lưu";
    private readonly TableClient table = store.Table(StoredNames.ReviewsTable);

    /// <summary>Adds a unit's row; one that is there already stays and is returned.</summary>
    /// <exception cref="UnreadableException">One is there, and can't be read.</exception>
    public async Task<ReviewedUnit> AddAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(ReviewEntity.Of(reviewed), cancellation);
            return reviewed;
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            return await FindAsync(reviewed.Period, reviewed.Unit, cancellation)
                ?? throw new InvalidOperationException(
                    $"{PlaceOf(reviewed.Period.Name, reviewed.Unit.Id)} was there and is gone.",
                    exists
                );
        }
    }

    /// <summary>Null: not reviewed.</summary>
    /// <exception cref="UnreadableException">It was, and its row can't be read.</exception>
    public async Task<ReviewedUnit?> FindAsync(Period period, Unit unit, CancellationToken cancellation)
    {
        if (await GetAsync(period.Name, unit.Id, cancellation) is not { } entity)
            return null;
        var row = new StoredRow(table.Name, entity);
        var known = new UnitRegister([unit]);
        return await marks.ReadAsync(() => ReviewEntity.Read(row, period, known), cancellation);
    }

    /// <summary>All frozen rows of a period.</summary>
    public async Task<FrozenRows> ListAsync(Period period, UnitRegister units, CancellationToken cancellation)
    {
        int? frozen = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period.Name}");
        var read = await marks.ReadAllAsync(table, filter, Read, cancellation);
        var reviewed = read.Rows.OfType<ReviewedUnit>().ToList();
        var isUnknown = read.Damages.Any(damage => damage.Place == PlaceOf(period.Name, Keys.ReviewDone));
        var state =
            frozen is not null ? FrozenState.Done
            : isUnknown ? FrozenState.Unknown
            : FrozenState.NotDone;
        var rows = new FrozenRows(period, state, reviewed, read.Damages) { Frozen = frozen };
        return rows with
        {
            Damages = [.. read.Damages, .. await MarkLostAsync(rows, frozen ?? 0, units, cancellation)],
        };

        ReviewedUnit? Read(StoredRow row)
        {
            if (row.Key != Keys.ReviewDone)
                return ReviewEntity.Read(row, period, units);
            frozen = ReviewEntity.ReadDone(row);
            return null;
        }
    }

    /// <summary>The same of every period that has any.</summary>
    public async Task<IReadOnlyList<FrozenRows>> ListAllAsync(UnitRegister units, CancellationToken cancellation)
    {
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        await foreach (
            var row in table.QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: cancellation)
        )
        {
            if (Period.TryParse(row.PartitionKey, scheme, out var period))
                periods.TryAdd(row.PartitionKey, period);
        }
        var all = new List<FrozenRows>();
        foreach (var period in periods.Values)
            all.Add(await ListAsync(period, units, cancellation));
        return all;
    }

    /// <summary>Whether its last row is there. One that can't be read is: nothing is done twice (law 7), and health names it.</summary>
    public async Task<bool> IsDoneAsync(string period, CancellationToken cancellation)
    {
        if (await GetAsync(period, Keys.ReviewDone, cancellation) is not { } entity)
            return false;
        try
        {
            ReviewEntity.ReadDone(new StoredRow(table.Name, entity));
        }
        catch (UnreadableException unreadable)
        {
            await marks.SetAsync(unreadable.Damage, cancellation);
        }
        return true;
    }

    internal static string PlaceOf(string period, string key) =>
        StoredRow.PlaceOf(StoredNames.ReviewsTable, period, key);

    /// <summary>The period that a damaged row of this table is of; null for damage elsewhere.</summary>
    internal Period? PeriodOf(Damage damage) =>
        damage.Place.Split('/') is [StoredNames.ReviewsTable, var name, _]
        && Period.TryParse(name, scheme, out var period)
            ? period
            : null;

    /// <summary>A finished review has as many rows as it says; whose are missing can only be those that have none.</summary>
    private async Task<IReadOnlyList<Damage>> MarkLostAsync(
        FrozenRows rows,
        int frozen,
        UnitRegister units,
        CancellationToken cancellation
    )
    {
        if (
            rows.Units.Count + rows.Damages.Count(damage => units.Find(damage.Place.Split('/')[^1]) is not null)
            >= frozen
        )
            return [];
        var known = rows.ById;
        var lost = units
            .ValidOn(rows.Period.To)
            .Concat(units.EndedIn(rows.Period))
            .Where(unit => !known.ContainsKey(unit.Id) && rows.DamageOf(unit.Id) is null)
            .Select(unit => new Damage(PlaceOf(rows.Period.Name, unit.Id), Lost))
            .ToList();
        // Neither a row nor a unit is left of some: nobody can say whose they were.
        if (lost.Count + rows.Damages.Count == 0)
            lost.Add(new(PlaceOf(rows.Period.Name, Keys.ReviewDone), LostOfNobody));
        foreach (var damage in lost)
            await marks.SetAsync(damage, cancellation);
        return lost;
    }

    private async Task<TableEntity?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

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
            await table.AddEntityAsync(entity.Marked(), cancellation);
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            // Another instance finished the same review.
        }
    }
}
