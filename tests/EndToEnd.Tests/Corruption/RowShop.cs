using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A store whose rows are damaged, looked at and put right.</summary>
public sealed class RowShop : IAsyncLifetime
{
    public Workshop Workshop { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Workshop.InitializeAsync();
        // Old quarters have a target, too: without one nobody needs a letter.
        var of2022 = Target.ParseCsv(Shipped.Targets).Single();
        var before = of2022 with { ValidFrom = new(2005, 1, 1), ValidTo = of2022.ValidFrom.AddDays(-1) };
        await Get<RegisterStore>().ImportTargetsAsync([before], default);
        Get<Registers>().Forget();
    }

    public T Get<T>()
        where T : notnull => Workshop.Get<T>();

    public TableClient Table(string name) => Get<Store>().Table(name);

    public async Task<TableEntity> RowAsync(string table, string partition, string key) =>
        (await Table(table).GetEntityAsync<TableEntity>(partition, key)).Value;

    /// <summary>Sets, or removes, one cell of a row without a mark: the cell must tell by itself. Returns the row as it was.</summary>
    public Task<TableEntity> SpoilAsync(string table, string partition, string key, string column, object? value) =>
        ChangeAsync(table, partition, key, column, value, keepsMark: false);

    /// <summary>The same of a row with its mark.</summary>
    public Task<TableEntity> ChangeAsync(string table, string partition, string key, string column, object? value) =>
        ChangeAsync(table, partition, key, column, value, keepsMark: true);

    private async Task<TableEntity> ChangeAsync(
        string table,
        string partition,
        string key,
        string column,
        object? value,
        bool keepsMark
    )
    {
        var sound = await RowAsync(table, partition, key);
        var spoilt = new TableEntity(sound);
        if (!keepsMark)
            spoilt.Remove(RowMark.Column);
        spoilt.Remove(column);
        if (value is not null)
            spoilt[column] = value;
        await Table(table).UpdateEntityAsync(spoilt, Azure.ETag.All, TableUpdateMode.Replace);
        return sound;
    }

    public Task PutRightAsync(string table, TableEntity sound) =>
        Table(table).UpsertEntityAsync(sound, TableUpdateMode.Replace);

    public Task<ReviewResult> ReviewAsync(string quarter) =>
        Get<ReviewQuarter>().ReviewAsync(Quarters.Quarter(quarter), default);

    /// <summary>What health names.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync()
    {
        var health = Get<HealthCheck>();
        var damages = await health.DamagesAsync(default);
        (await health.ColourAsync(default) is HealthColour.Red).ShouldBe(damages.Count > 0);
        return [.. damages.Select(damage => damage.Place)];
    }

    /// <summary>Units whose letters were asked for since the last time.</summary>
    public async Task<IReadOnlyList<NoticeMessage>> AskedAsync()
    {
        var queue = Get<Store>().Queue(StoredNames.NoticesQueue);
        var asked = new List<NoticeMessage>();
        while (await queue.ReceiveMessagesAsync(32) is { Value: { Length: > 0 } messages })
        {
            foreach (var message in messages)
            {
                asked.Add(NoticeMessage.FromJson(message.MessageText));
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
        return asked;
    }

    public ValueTask DisposeAsync() => Workshop.DisposeAsync();
}
