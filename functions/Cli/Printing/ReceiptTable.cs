using System.Text.Json;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.TakeIn;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>What became of uploads: a line each, a sum, or the receipts themselves.</summary>
internal static class ReceiptTable
{
    public static Table Of(IEnumerable<Receipt> receipts)
    {
        var table = new Table().Texts("Đơn vị", "Tệp", "Kết quả").Numbers("Dòng", "Nhận", "Lỗi").Texts("Thông báo");
        foreach (var receipt in receipts)
        {
            table.Row(
                receipt.Unit,
                receipt.File,
                Words.Of(receipt.Outcome),
                Vietnamese.Figure(receipt.Rows),
                Vietnamese.Figure(receipt.Accepted),
                Vietnamese.Figure(receipt.Refused),
                receipt.Message
            );
        }
        return table;
    }

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
