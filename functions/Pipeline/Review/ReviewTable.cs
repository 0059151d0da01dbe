using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>The frozen reviews: rows are added once and never changed (design.md §4, laws 6 and 7).</summary>
public sealed class ReviewTable(Store store, DamageMarks marks, PeriodScheme scheme)
{
    private readonly TableClient table = store.Table(StoredNames.ReviewsTable);
    private readonly ReviewNotes notes = new(store);
    private readonly LostReviews lost = new(new(store), marks);

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
        ReviewEnd? end = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period.Name}");
        var read = await marks.ReadAllAsync(table, filter, Read, cancellation);
        var reviewed = read.Rows.OfType<ReviewedUnit>().ToList();
        var isUnknown = read.Damages.Any(damage => damage.Place == PlaceOf(period.Name, Keys.ReviewDone));
        var state =
            end is not null ? FrozenState.Done
            : isUnknown ? FrozenState.Unknown
            : FrozenState.NotDone;
        var rows = new FrozenRows(period, state, reviewed, read.Damages) { End = end };
        return await lost.FindAsync(rows, units, cancellation);

        ReviewedUnit? Read(StoredRow row)
        {
            if (row.Key != Keys.ReviewDone)
                return ReviewEntity.Read(row, period, units);
            end = ReviewEntity.ReadDone(row);
            return null;
        }
    }

    /// <summary>The same of every period that has any, or had.</summary>
    public async Task<IReadOnlyList<FrozenRows>> ListAllAsync(UnitRegister units, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(await notes.PeriodsAsync(cancellation), StringComparer.Ordinal);
        await foreach (
            var row in table.QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: cancellation)
        )
            names.Add(row.PartitionKey);
        var all = new List<FrozenRows>();
        foreach (var name in names)
        {
            if (Period.TryParse(name, scheme, out var period))
                all.Add(await ListAsync(period, units, cancellation));
        }
        return all;
    }

    /// <summary>Whether its last row is there, or was. One that can't be read is: nothing is done twice (law 7), and health names it.</summary>
    public async Task<bool> IsDoneAsync(string period, CancellationToken cancellation)
    {
        if (await GetAsync(period, Keys.ReviewDone, cancellation) is not { } entity)
            return await notes.ExistsAsync(period, cancellation);
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

    private async Task<TableEntity?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The last row: everything before it was written and every message sent.</summary>
    public async Task MarkDoneAsync(
        Period period,
        IReadOnlyCollection<string> units,
        int notices,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var end = new ReviewEnd(scheme.Id(), period.From, period.To, units.Count, notices, now);
        await notes.WriteAsync(period.Name, end, units, cancellation);
        await AddDoneAsync(period.Name, end, cancellation);
    }

    /// <summary>Adds the last row; one that is there already stays.</summary>
    internal async Task AddDoneAsync(string period, ReviewEnd end, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(ReviewEntity.OfDone(period, end), cancellation);
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            // Another instance finished the same review.
        }
    }

    /// <summary>Notes anew what a finished review froze, where that is known whole and its note is gone or damaged.</summary>
    internal async Task NoteAsync(FrozenRows rows, CancellationToken cancellation)
    {
        if (rows is not { State: FrozenState.Done, IsWhole: true, LacksLast: false, End: { } end })
            return;
        try
        {
            if (await notes.FindAsync(rows.Period.Name, cancellation) is not null)
                return;
        }
        catch (UnreadableException)
        {
            // The rows say the same.
        }
        await notes.WriteAsync(rows.Period.Name, end, rows.Units.Select(unit => unit.Unit.Id), cancellation);
    }
}
