using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Table Checklists: one row per period, unit and criterion.</summary>
public sealed class ChecklistTable(Store store)
{
    private readonly TableClient table = store.Table(StoredNames.ChecklistsTable);

    /// <summary>All lines of a period.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> ListAsync(string period, CancellationToken cancellation)
    {
        var lines = new List<ChecklistLine>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            lines.Add(Read(entity));
        return lines;
    }

    /// <summary>
    /// Stores a check of a line's page; false where it says nothing new: the line has another address by now, a later
    /// check is there, or nobody answered where an earlier check of the same address did find something.
    /// </summary>
    public async Task<bool> SavePageCheckAsync(ChecklistLine line, PageCheck check, CancellationToken cancellation)
    {
        var row = Keys.ChecklistRow(line.Unit, line.Criterion);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                line.Period,
                row,
                cancellationToken: cancellation
            );
            if (!found.HasValue || !IsNews(Read(found.Value!), check))
                return false;
            Write(found.Value!, check);
            try
            {
                await table.UpdateEntityAsync(found.Value!, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status is 412 or 404)
            {
                // A checklist was taken in meanwhile: look again what the line says now.
            }
        }
    }

    private static bool IsNews(ChecklistLine stored, PageCheck check) =>
        stored.Answer.Address == check.Address
        && stored.Page != check
        && !(stored.Page?.CheckedOn > check.CheckedOn)
        && !(check.Status is PageStatus.Unreachable && stored.Page is { Status: not PageStatus.Unreachable });

    private static void Write(TableEntity entity, PageCheck check)
    {
        entity["PageAddress"] = check.Address;
        entity["PageCheckedOn"] = check.CheckedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        entity["PageStatus"] = check.Status.ToString();
        entity["PageEvidence"] = check.Evidence;
        entity.Remove("PageHttpStatus");
        if (check.HttpStatus is { } status)
            entity["PageHttpStatus"] = status;
    }

    private static ChecklistLine Read(TableEntity entity)
    {
        var address = entity.GetString("Address");
        return new(
            entity.PartitionKey,
            entity.GetString("Unit"),
            entity.GetString("Criterion"),
            new Answer(entity.GetBoolean("Done"), Day(entity.GetString("Day")), entity.GetInt32("Number"), address),
            entity.GetString("Evidence"),
            entity.GetString("File"),
            entity.GetInt32("Line")!.Value,
            entity.GetInt64("UploadedAt")!.Value,
            entity.GetString("PageAddress") == address && address.Length > 0 ? PageOf(entity) : null
        );
    }

    private static PageCheck PageOf(TableEntity entity) =>
        new(
            entity.GetString("PageAddress"),
            Day(entity.GetString("PageCheckedOn"))!.Value,
            Enum.Parse<PageStatus>(entity.GetString("PageStatus")),
            entity.GetInt32("PageHttpStatus"),
            entity.GetString("PageEvidence")
        );

    private static DateOnly? Day(string? text) =>
        text is { Length: > 0 } ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
