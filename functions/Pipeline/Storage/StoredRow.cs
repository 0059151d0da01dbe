using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A stored row, read cell by cell; a cell that is missing or of another kind is never a value, and none of a row whose
/// mark doesn't fit is.
/// </summary>
internal sealed class StoredRow(string table, TableEntity entity)
{
    private const string Changed = "có giá trị bị sửa ngoài hệ thống hoặc hỏng";
    private TableEntity? sound;

    private TableEntity Cells => sound ??= RowMark.Fits(entity) ? entity : throw Unreadable(Changed);

    public string Partition => entity.PartitionKey;

    public string Key => entity.RowKey;

    public string Place => PlaceOf(table, entity.PartitionKey, entity.RowKey);

    public ETag ETag => entity.ETag;

    public string Text(string column) =>
        Cells.TryGetValue(column, out var value) && value is string text
            ? text
            : throw Unreadable($"cột {column} thiếu hoặc không phải là chữ");

    /// <summary>"" where the column came later than the row.</summary>
    public string Optional(string column) => Cells.ContainsKey(column) ? Text(column) : "";

    public bool Has(string column) => Cells.ContainsKey(column);

    public int Whole(string column) => Some<int>(column);

    /// <summary>Null where there is no cell: a table has no empty value.</summary>
    public T? Perhaps<T>(string column)
        where T : struct =>
        !Cells.TryGetValue(column, out var value) ? null
        : value is T present ? present
        : throw Unreadable($"cột {column} không đúng kiểu");

    public T Some<T>(string column)
        where T : struct => Perhaps<T>(column) ?? throw Unreadable($"thiếu cột {column}");

    /// <summary>One of a closed choice, by its name.</summary>
    public T Choice<T>(string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(column), ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw Unreadable($"cột {column} có giá trị lạ");

    /// <summary>What a cell's text says, by a reader of its own.</summary>
    public T Parsed<T>(string column, string text, Func<string, T?> parse)
        where T : class
    {
        try
        {
            return parse(text) ?? throw Unreadable($"cột {column} không đọc được");
        }
        catch (Exception faulty)
            when (faulty is JsonException or InvalidDataException or FormatException or ArgumentException)
        {
            throw new UnreadableException(DamageOf($"cột {column} không đọc được"), faulty);
        }
    }

    /// <summary>Null where the cell is empty.</summary>
    public DateOnly? Day(string column) => Text(column) is { Length: > 0 } text ? ParsedDay(text, IsoDay.Format) : null;

    public DateOnly ParsedDay(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Unreadable($"\"{text}\" không phải là ngày");

    public DateOnly SomeDay(string column) => Day(column) ?? throw Unreadable($"cột {column} trống");

    /// <summary>Says what is wrong with it, in Vietnamese.</summary>
    public UnreadableException Unreadable(string words) => new(DamageOf(words));

    public Damage DamageOf(string words) => new(Place, $"{words}; {CureOf(table)}");

    public static string PlaceOf(string table, string partition, string key) => $"{table}/{partition}/{key}";

    /// <summary>Of a row of staff's lists that is gone.</summary>
    public static Damage LostAt(string table, string key) =>
        new($"{table}/{key}", $"dòng này của danh sách đã mất; {CureOf(table)}");

    public static string CureOf(string table) =>
        table switch
        {
            StoredNames.UnitsTable or StoredNames.TargetsTable or StoredNames.OfficesTable =>
                $"nhập lại danh sách (cchc {table.ToLowerInvariant()} import) hoặc phục hồi từ bản sao lưu",
            StoredNames.KpiTable or StoredNames.KpiDailyTable => "tính lại: cchc rebuild",
            StoredNames.FingerprintsTable => "xóa dòng này; lần nạp tới của cùng nội dung ghi lại",
            StoredNames.ChecklistsTable =>
                "cchc rebuild lập lại từ phiếu kiểm tra nếu phiếu vẫn còn; không thì phục hồi dòng này từ bản sao lưu hoặc gửi lại phiếu",
            StoredNames.OutboxTable =>
                "phục hồi dòng này từ bản sao lưu, hoặc xóa dòng này rồi cchc rebuild: lập lại thư ở trạng thái giữ lại, không tự gửi",
            StoredNames.FollowUpsTable =>
                "phục hồi dòng này từ bản sao lưu, hoặc xóa dòng này rồi cchc rebuild: lập lại, trừ văn bản trả lời của đơn vị",
            _ => "phục hồi dòng này từ bản sao lưu",
        };

    /// <summary>All rows that can be read; of the others what is wrong with them.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(
        TableClient table,
        string filter,
        Func<StoredRow, T> read,
        List<Damage> damages,
        CancellationToken cancellation
    )
    {
        var all = new List<T>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            try
            {
                all.Add(read(new StoredRow(table.Name, entity)));
            }
            catch (UnreadableException unreadable)
            {
                damages.Add(unreadable.Damage);
            }
        }
        return all;
    }
}
