using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>Table FollowUps: partition the unit, row {period}-{finding}.</summary>
public sealed class FollowUpTable(Store store)
{
    private readonly TableClient table = store.Table(StoredNames.FollowUpsTable);

    /// <summary>Adds an item; one that is there stays as it is.</summary>
    public async Task AddAsync(FollowUp item, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Write(item), cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // The same review again.
        }
    }

    /// <summary>Changes an item as it stands when it is written: a change in between is seen, not lost.</summary>
    /// <returns>The item as it is now; null when there is none.</returns>
    public async Task<FollowUp?> ChangeAsync(
        string unit,
        string period,
        string finding,
        Func<FollowUp, FollowUp> change,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                unit,
                Keys.FollowUpRow(period, finding),
                cancellationToken: cancellation
            );
            if (!found.HasValue)
                return null;
            var before = Read(found.Value!);
            var after = change(before);
            if (after == before)
                return before;
            try
            {
                await table.UpdateEntityAsync(
                    Write(after),
                    found.Value!.ETag,
                    TableUpdateMode.Replace,
                    cancellationToken: cancellation
                );
                return after;
            }
            catch (RequestFailedException moved) when (moved.Status == 412)
            {
                // Somebody else changed it: look again.
            }
        }
    }

    /// <summary>A unit's items, the earliest period first.</summary>
    public async Task<IReadOnlyList<FollowUp>> ListAsync(string unit, CancellationToken cancellation)
    {
        var items = new List<FollowUp>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            items.Add(Read(entity));
        return items;
    }

    private static TableEntity Write(FollowUp item) =>
        new(item.Unit, Keys.FollowUpRow(item.Period, item.Finding))
        {
            ["Period"] = item.Period,
            ["Finding"] = item.Finding,
            ["Name"] = item.Name,
            ["Times"] = item.Times,
            ["Number"] = item.Number,
            ["IssuedOn"] = Text(item.IssuedOn),
            ["Deadline"] = Text(item.Deadline),
            ["Reply"] = item.Reply,
            ["RepliedOn"] = Text(item.RepliedOn),
            ["Outcome"] = item.Outcome.ToString(),
            ["OutcomePeriod"] = item.OutcomePeriod,
        };

    private static FollowUp Read(TableEntity entity) =>
        new()
        {
            Unit = entity.PartitionKey,
            Period = entity.GetString("Period"),
            Finding = entity.GetString("Finding"),
            Name = entity.GetString("Name"),
            Times = entity.GetInt32("Times")!.Value,
            Number = entity.GetString("Number"),
            IssuedOn = Day(entity.GetString("IssuedOn")),
            Deadline = Day(entity.GetString("Deadline")),
            Reply = entity.GetString("Reply"),
            RepliedOn = Day(entity.GetString("RepliedOn")),
            Outcome = Enum.Parse<FollowUpOutcome>(entity.GetString("Outcome")),
            OutcomePeriod = entity.GetString("OutcomePeriod"),
        };

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string text) =>
        text.Length > 0 ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
