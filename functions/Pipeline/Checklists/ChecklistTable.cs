using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Table Checklists: one row per period, unit and criterion.</summary>
public sealed class ChecklistTable(Store store, DamageMarks marks)
{
    private const int MostInABatch = 100;
    private readonly TableClient table = store.Table(StoredNames.ChecklistsTable);

    /// <summary>All lines of a period that can be read.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> ListAsync(string period, CancellationToken cancellation) =>
        (await ReadAsync(period, cancellation)).Rows;

    /// <summary>All lines of a period; those that can't be read are named, and are not "no line".</summary>
    public Task<SoundRows<ChecklistLine>> ReadAsync(string period, CancellationToken cancellation) =>
        marks.ReadAllAsync(table, OfPeriod(period), ChecklistEntity.Read, cancellation);

    /// <summary>The unit of a row that can't be read, by its key; "" for a key of nobody's.</summary>
    internal static string UnitOf(Damage damage)
    {
        var key = damage.Place.Split('/')[^1];
        for (var at = key.IndexOf('-', StringComparison.Ordinal); at >= 0; at = key.IndexOf('-', at + 1))
        {
            // A criterion begins with a letter, and the day in a unit's id doesn't.
            if (at + 1 < key.Length && char.IsAsciiLetterLower(key[at + 1]))
                return key[..at];
        }
        return "";
    }

    private const string UncheckedWords = "chưa kiểm tra lại trang công khai";

    /// <summary>Of a line that was put back from its checklist: what its page said is not in there.</summary>
    internal static Damage Unchecked(string period, string unit, string criterion) =>
        new(
            StoredRow.PlaceOf(StoredNames.ChecklistsTable, period, Keys.ChecklistRow(unit, criterion)),
            $"{UncheckedWords}: cchc checklist check-pages {period}"
        );

    /// <summary>Whether what was said of a line is that, and is so still; null: it is something else.</summary>
    internal async Task<bool?> IsUncheckedAsync(Damage damage, CancellationToken cancellation)
    {
        if (
            !damage.Words.StartsWith(UncheckedWords, StringComparison.Ordinal)
            || damage.Place.Split('/') is not [StoredNames.ChecklistsTable, var period, var key]
        )
            return null;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(period, key, cancellationToken: cancellation);
        return found.HasValue && Present(found.Value!) is not { Page: { Status: not PageStatus.Unreachable } };
    }

    /// <summary>
    /// Stores lines by period, unit and criterion: the one uploaded last stands, whatever the order of processing; a
    /// blank answer is not stored and erases nothing; what is known of a page stays.
    /// </summary>
    public async Task SaveAsync(IReadOnlyList<ChecklistLine> lines, CancellationToken cancellation)
    {
        foreach (var period in lines.Where(line => !line.Answer.IsBlank).GroupBy(line => line.Period))
            await SaveAsync(period.Key, [.. LatestOfEach(period)], cancellation);
    }

    /// <summary>The lines that stand, of all that were ever uploaded.</summary>
    internal static IEnumerable<ChecklistLine> Standing(IEnumerable<ChecklistLine> lines) =>
        LatestOfEach(lines.Where(line => !line.Answer.IsBlank));

    private static IEnumerable<ChecklistLine> LatestOfEach(IEnumerable<ChecklistLine> lines) =>
        lines.GroupBy(line => (line.Unit, line.Criterion)).Select(same => same.Order(ChecklistOrder.Instance).Last());

    private async Task SaveAsync(string period, List<ChecklistLine> lines, CancellationToken cancellation)
    {
        var contention = new Contention($"{table.Name}/{period}");
        while (true)
        {
            var stored = (await EntitiesAsync(period, cancellation)).ToDictionary(row => row.RowKey);
            var changes = lines.Select(line => ChangeOf(line, stored)).OfType<TableTransactionAction>();
            try
            {
                foreach (var batch in changes.Chunk(MostInABatch))
                    await table.SubmitTransactionAsync(batch, cancellation);
                return;
            }
            catch (RequestFailedException moved) when (moved.IsMoved() || moved.IsMissing())
            {
                // Another checklist or a check of a page wrote the same rows meanwhile: look again.
                await contention.PauseAsync(cancellation, moved);
            }
        }
    }

    /// <summary>Null where the row is that line already, or one uploaded later.</summary>
    private TableTransactionAction? ChangeOf(ChecklistLine line, Dictionary<string, TableEntity> stored)
    {
        if (!stored.TryGetValue(Keys.ChecklistRow(line.Unit, line.Criterion), out var row))
            return new(TableTransactionActionType.Add, ChecklistEntity.New(line));
        if (Present(row) is not { } present)
            return new(TableTransactionActionType.UpdateReplace, ChecklistEntity.New(line), row.ETag);
        if (ChecklistOrder.Instance.Compare(present, line) > 0 || present == line with { Page = present.Page })
            return null;
        ChecklistEntity.Write(line, row);
        return new(TableTransactionActionType.UpdateReplace, row.Marked(), row.ETag);
    }

    /// <summary>Null where it can't be read: the checklist that is sent again puts it right.</summary>
    private ChecklistLine? Present(TableEntity row)
    {
        try
        {
            return ChecklistEntity.Read(new StoredRow(table.Name, row));
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private async Task<List<TableEntity>> EntitiesAsync(string period, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(OfPeriod(period), cancellationToken: cancellation))
            rows.Add(row);
        return rows;
    }

    private static string OfPeriod(string period) => TableClient.CreateQueryFilter($"PartitionKey eq {period}");

    /// <summary>
    /// Stores a check of a line's page; false where it says nothing new: the line has another address by now, a later
    /// check is there, or nobody answered where an earlier check of the same address did find something.
    /// </summary>
    public async Task<bool> SavePageCheckAsync(ChecklistLine line, PageCheck check, CancellationToken cancellation)
    {
        var row = Keys.ChecklistRow(line.Unit, line.Criterion);
        var contention = new Contention($"{table.Name}/{line.Period}/{row}");
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                line.Period,
                row,
                cancellationToken: cancellation
            );
            if (!found.HasValue || !IsNews(await ReadAsync(found.Value!, cancellation), check))
                return false;
            Write(found.Value!, check);
            found.Value!.Marked();
            try
            {
                await table.UpdateEntityAsync(found.Value!, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                return true;
            }
            catch (RequestFailedException changed) when (changed.IsMoved() || changed.IsMissing())
            {
                // A checklist was taken in meanwhile: look again what the line says now.
                await contention.PauseAsync(cancellation, changed);
            }
        }
    }

    private Task<ChecklistLine> ReadAsync(TableEntity entity, CancellationToken cancellation) =>
        marks.ReadAsync(() => ChecklistEntity.Read(new StoredRow(table.Name, entity)), cancellation);

    private static bool IsNews(ChecklistLine stored, PageCheck check) =>
        stored.Answer.Address == check.Address
        && stored.Page != check
        && !(stored.Page?.CheckedOn > check.CheckedOn)
        && !(check.Status is PageStatus.Unreachable && stored.Page is { Status: not PageStatus.Unreachable });

    private static void Write(TableEntity entity, PageCheck check)
    {
        entity["PageAddress"] = check.Address;
        entity["PageCheckedOn"] = IsoDay.Of(check.CheckedOn);
        entity["PageStatus"] = check.Status.ToString();
        entity["PageEvidence"] = check.Evidence;
        entity.Remove("PageHttpStatus");
        if (check.HttpStatus is { } status)
            entity["PageHttpStatus"] = status;
    }
}
