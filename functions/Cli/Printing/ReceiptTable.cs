using System.Text.Json;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.TakeIn;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>What became of uploads: a line each, a sum, or the receipts themselves.</summary>
internal static class ReceiptTable
{
    private const int FindingsShown = 20;

    public static Table Of(IEnumerable<Receipt> receipts)
    {
        var table = new Table()
            .Texts("Đơn vị", "Tệp", "Kết quả")
            .Numbers("Dòng", "Nhận", "Không nhận", "Cảnh báo")
            .Texts("Thông báo");
        foreach (var receipt in receipts)
        {
            table.Row(
                receipt.UnitName is { } name ? $"{name} ({receipt.Unit})" : receipt.Unit,
                receipt.File,
                Words.Of(receipt.Outcome),
                Vietnamese.Figure(receipt.Rows),
                Vietnamese.Figure(receipt.Accepted),
                Vietnamese.Figure(receipt.Refused),
                Vietnamese.Figure(receipt.Warnings.Count(warning => warning.Code != FaultCodes.More)),
                receipt.Message
            );
        }
        return table;
    }

    /// <summary>The first faults and warnings of one file.</summary>
    public static Table Findings(Receipt receipt)
    {
        var table = new Table().Numbers("Dòng").Texts("Cột", "Nội dung");
        foreach (var told in receipt.Faults.Concat(receipt.Warnings).Take(FindingsShown))
            table.Row(told.Line == 0 ? "" : Vietnamese.Figure(told.Line), told.Column, told.Message);
        return table;
    }

    /// <summary>What another reading changed: a line per file, from what was told before to what is told now.</summary>
    public static Table Of(IEnumerable<RetakenUpload> changed)
    {
        var table = new Table()
            .Texts("Đơn vị", "Tệp", "Trước", "Nay")
            .Numbers("Dòng", "Nhận", "Không nhận")
            .Texts("Thông báo");
        foreach (var (before, after) in changed)
        {
            table.Row(
                after.Unit,
                after.File,
                Words.Of(before.Outcome),
                Words.Of(after.Outcome),
                FromTo(before.Rows, after.Rows),
                FromTo(before.Accepted, after.Accepted),
                FromTo(before.Refused, after.Refused),
                after.Message
            );
        }
        return table;
    }

    /// <summary>"Đã đọc lại 12 tệp: 2 thay đổi; 10 tệp không đổi. 3 tệp đã xóa sau 30 ngày nên không đọc lại được."</summary>
    public static string Sum(Retaken retaken)
    {
        var unchanged = retaken.Present.Count - retaken.Changed.Count;
        var told = new List<string>
        {
            retaken.Changed.Count == 0
                ? $"Đã đọc lại {Vietnamese.Figure(retaken.Present.Count)} tệp, không có gì thay đổi."
                : $"Đã đọc lại {Vietnamese.Figure(retaken.Present.Count)} tệp: {Vietnamese.Figure(retaken.Changed.Count)} thay đổi, {Vietnamese.Figure(unchanged)} không đổi.",
        };
        Add(retaken.Withdrawn, "đã rút nên không đọc lại.");
        Add(retaken.Waiting, "chưa được nạp: sẽ được nạp như thường lệ.");
        Add(retaken.Gone, "đã xóa sau 30 ngày nên không đọc lại được.");
        return string.Join(' ', told);

        void Add(int count, string why)
        {
            if (count > 0)
                told.Add($"{Vietnamese.Figure(count)} tệp {why}");
        }
    }

    private static string FromTo(int before, int after) =>
        before == after ? Vietnamese.Figure(after) : $"{Vietnamese.Figure(before)} → {Vietnamese.Figure(after)}";

    /// <summary>"12 tệp: 10 đã nhận, 2 bị từ chối."</summary>
    public static string Sum(IReadOnlyCollection<Receipt> receipts)
    {
        var parts = receipts
            .CountBy(receipt => receipt.Outcome)
            .OrderBy(outcome => outcome.Key)
            .Select(outcome => $"{Vietnamese.Figure(outcome.Value)} {Words.Of(outcome.Key)}");
        var all = $"{Vietnamese.Figure(receipts.Count)} tệp";
        return receipts.Count == 0 ? $"{all}." : $"{all}: {string.Join(", ", parts)}.";
    }

    /// <summary>The receipts exactly as stored, in an array.</summary>
    public static string Json(IReadOnlyList<Receipt> receipts) =>
        JsonSerializer.Serialize(receipts, ReceiptJson.Readable.IReadOnlyListReceipt) + "\n";

    /// <summary>Not all that was sent counts.</summary>
    public static bool HasRefusals(IEnumerable<Receipt> receipts) =>
        receipts.Any(receipt =>
            receipt.Outcome is Outcome.Partly or Outcome.Refused or Outcome.Quarantined or Outcome.Failed
        );
}
