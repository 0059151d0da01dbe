using System.Globalization;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>What became of a checklist: its outcome, and every fault and warning with its line.</summary>
internal static class ChecklistReceiptTable
{
    public static Table Of(params IEnumerable<ChecklistReceipt> receipts)
    {
        var table = new Table()
            .Texts("Tệp", "Kỳ", "Kết quả")
            .Numbers("Dòng", "Nhận", "Lỗi", "Trống")
            .Texts("Thông báo");
        foreach (var receipt in receipts)
            table.Row(
                receipt.File,
                receipt.Period,
                Words.Of(receipt.Outcome),
                Number(receipt.Lines),
                Number(receipt.Accepted),
                Number(receipt.Refused),
                Number(receipt.Blank),
                receipt.Message
            );
        return table;
    }

    /// <summary>Null when there is nothing to tell.</summary>
    public static Table? Findings(ChecklistReceipt receipt)
    {
        if (receipt.Faults.Count + receipt.Warnings.Count == 0)
            return null;
        var table = new Table().Texts("Loại").Numbers("Dòng").Texts("Cột", "Nội dung");
        foreach (var fault in receipt.Faults)
            Add("lỗi", fault);
        foreach (var warning in receipt.Warnings)
            Add("lưu ý", warning);
        return table;

        void Add(string kind, RowFault fault) =>
            table.Row(kind, fault.Line == 0 ? "" : Number(fault.Line), fault.Column, fault.Message);
    }

    /// <summary>Not all that was sent counts.</summary>
    public static bool HasRefusals(ChecklistReceipt receipt) =>
        receipt.Refused > 0 || receipt.Outcome is Outcome.Refused or Outcome.Quarantined or Outcome.Failed;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
