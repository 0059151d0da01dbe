using System.Globalization;
using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

/// <summary>A row of a staff's list that can't be read: it is set aside and named, and nothing else is.</summary>
internal sealed class UnreadableRowException(Damage damage) : Exception($"{damage.Place}: {damage.Words}")
{
    public Damage Damage { get; } = damage;
}

/// <summary>A row of a staff's list, read cell by cell; a cell that is missing or of another kind is never a value.</summary>
internal sealed class ListRow(string table, TableEntity entity)
{
    private const string DayFormat = "yyyy-MM-dd";

    public string Partition => entity.PartitionKey;

    public string Key => entity.RowKey;

    public string Text(string column) =>
        entity.TryGetValue(column, out var value) && value is string text
            ? text
            : throw Unreadable($"cột {column} thiếu hoặc không phải là chữ");

    /// <summary>"" where the column came later than the row.</summary>
    public string Optional(string column) => entity.ContainsKey(column) ? Text(column) : "";

    public int Whole(string column) =>
        entity.TryGetValue(column, out var value) && value is int number
            ? number
            : throw Unreadable($"cột {column} thiếu hoặc không phải là số nguyên");

    /// <summary>Null where the cell is empty.</summary>
    public DateOnly? Day(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Unreadable($"cột {column} không phải là ngày");

    public DateOnly SomeDay(string column) => Day(column) ?? throw Unreadable($"cột {column} trống");

    /// <summary>Says what is wrong with it, in Vietnamese.</summary>
    public UnreadableRowException Unreadable(string words) => new(DamageOf(words));

    public Damage DamageOf(string words) =>
        new(
            $"{table}/{entity.PartitionKey}/{entity.RowKey}",
            $"{words}; nhập lại danh sách ({CommandOf(table)}) hoặc phục hồi từ bản sao lưu"
        );

    public static string Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The command that puts a list right.</summary>
    public static string CommandOf(string table) => $"cchc {table.ToLowerInvariant()} import";

    /// <summary>All rows that can be read; of the others what is wrong with them.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(
        TableClient table,
        string filter,
        Func<ListRow, T> read,
        List<Damage> damages,
        CancellationToken cancellation
    )
    {
        var all = new List<T>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            try
            {
                all.Add(read(new ListRow(table.Name, entity)));
            }
            catch (UnreadableRowException unreadable)
            {
                damages.Add(unreadable.Damage);
            }
        }
        return all;
    }
}
