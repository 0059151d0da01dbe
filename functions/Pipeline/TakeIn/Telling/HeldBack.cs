using Azure.Data.Tables;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn.Telling;

/// <summary>Uploads of the last weeks that count nothing, and for whose day nothing else came.</summary>
public sealed class HeldBack(Store store, ExportsTable exports, MisplacedFiles misplaced, Registers registers)
{
    /// <summary>Whoever hasn't mended a file by then is late, and told so.</summary>
    private const int DaysBack = 30;

    /// <summary>One sentence for staff each, the newest first.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(DateOnly today, CancellationToken cancellation)
    {
        var units = (await registers.GetAsync(cancellation)).Units;
        var (since, first) = (
            VietnamTime.StartOf(today.AddDays(-DaysBack)),
            Keys.ExportsOf(today.AddDays(-2 * DaysBack))
        );
        var held = ExportsTable.WordOf(Outcome.Quarantined);
        var filter =
            TableClient.CreateQueryFilter($"RowKey ge {first} and UploadedAt ge {since}")
            + $" and {ExportsTable.AreAny([Outcome.Refused, Outcome.Quarantined])}";
        var found = new List<(DateTimeOffset SentAt, string Sentence)>();
        var table = store.Table(StoredNames.ExportsTable);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, null, Columns, cancellation))
        {
            var row = new StoredRow(table.Name, entity);
            if (await IsMendedAsync(row, cancellation))
                continue;
            var sentAt = row.Some<DateTimeOffset>("UploadedAt");
            found.Add((sentAt, Sentence(row, sentAt, held, units)));
        }
        foreach (var receipt in await misplaced.SinceAsync(since, cancellation))
            found.Add((receipt.UploadedAt, Misplaced(receipt)));
        return [.. found.OrderByDescending(each => each.SentAt).Select(each => each.Sentence)];
    }

    private static readonly string[] Columns = ["PartitionKey", "RowKey", "File", "Code", "Outcome", "UploadedAt"];

    private async Task<bool> IsMendedAsync(StoredRow row, CancellationToken cancellation) =>
        row.Partition != Keys.NoUnit
        && Keys.DayOfExport(row.Key) is { } day
        && (
            (await exports.TakenDaysAsync(row.Partition, day, day, cancellation)).Count > 0
            || await exports.IsTakenLaterAsync(
                row.Partition,
                row.Text("File"),
                row.Some<DateTimeOffset>("UploadedAt"),
                cancellation
            )
        );

    private static string Misplaced(Receipt receipt) =>
        $"Tệp \"{receipt.File}\" gửi {Day(receipt.UploadedAt)}, từ chối: không nằm trong thư mục của đơn vị nào (phiếu: cchc receipts {Paths.ImpossiblePaths})";

    private static string Day(DateTimeOffset sentAt) =>
        Vietnamese.LowerFirst(Vietnamese.Day(VietnamTime.DayOf(sentAt)));

    private static string Sentence(StoredRow row, DateTimeOffset sentAt, string held, UnitRegister units)
    {
        var unit = units.Find(row.Partition) is { } known
            ? $"{known.Name} ({known.Id})"
            : $"mã {row.Text("Code")}, không có trong danh sách đơn vị";
        var became = row.Text("Outcome") == held ? "tạm giữ" : "từ chối";
        return $"{unit}: tệp {row.Text("File")} gửi {Day(sentAt)}, {became}";
    }
}
