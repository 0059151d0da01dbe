using System.Globalization;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>What a backup holds, a line each.</summary>
internal static class BackupTable
{
    private const double Megabyte = 1024 * 1024;

    public static Table Of(BackupManifest manifest)
    {
        var table = new Table().Texts("Nội dung", "Trong kho").Numbers("Số mục", "Dung lượng (MB)");
        foreach (var container in manifest.Containers)
            Row(table, container.Name, container.Name, container.Blobs.Count, container.Blobs.Sum(blob => blob.Size));
        foreach (var each in manifest.Tables)
            Row(table, each.Name, $"bảng {each.Name}", each.Rows, each.Size);
        return table;
    }

    /// <summary>The name of a container or table as staff know it.</summary>
    public static string Word(string name) =>
        name switch
        {
            StoredNames.Journal => "nhật ký",
            StoredNames.Receipts => "phiếu tiếp nhận",
            StoredNames.Notices => "công văn",
            StoredNames.Reports => "báo cáo",
            StoredNames.Checklists => "phiếu kiểm tra",
            StoredNames.Settings => "thiết lập",
            StoredNames.ExportsTable => "sổ tệp xuất",
            StoredNames.ReviewsTable => "kết quả đánh giá",
            StoredNames.FollowUpsTable => "sổ theo dõi",
            StoredNames.FingerprintsTable => "dấu nội dung tệp",
            StoredNames.OutboxTable => "hộp thư đi",
            StoredNames.ChecklistsTable => "kết quả kiểm tra",
            StoredNames.UnitsTable => "đơn vị",
            StoredNames.TargetsTable => "chỉ tiêu",
            StoredNames.OfficesTable => "phòng, ban",
            _ => name,
        };

    private static void Row(Table table, string name, string place, int count, long bytes) =>
        table.Row(
            Word(name),
            place,
            count.ToString(CultureInfo.InvariantCulture),
            (bytes / Megabyte).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')
        );
}
