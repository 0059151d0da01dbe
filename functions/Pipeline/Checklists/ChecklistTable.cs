using System.Globalization;
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
