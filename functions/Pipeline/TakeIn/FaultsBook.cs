using System.Globalization;
using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Faults and warnings of a receipt as a workbook: every cell is text or a number, none a formula.</summary>
public static class FaultsBook
{
    private static readonly Look Head = new() { IsBold = true, HasBorder = true };
    private static readonly Look Body = new()
    {
        HasBorder = true,
        Wraps = true,
        Down = Down.Top,
        Format = CellFormat.Text,
    };
    private static readonly Look Number = Body with { Format = CellFormat.General };

    public static byte[] Of(Receipt receipt)
    {
        var sheet = new Sheet("Lỗi") { Widths = [8, 8, 22, 20, 60, 30, 40, 26], Frozen = (1, 0) };
        sheet.Put(1, 1, [.. FaultLines.Header.Select(name => SheetCell.Of(name, Head))]);
        foreach (var (at, line) in FaultLines.Of(receipt).Index())
            sheet.Put(at + 2, 1, [.. line.Select(Cell)]);
        sheet.Filter = new CellRange(1, 1, sheet.LastRow, FaultLines.Header.Count);
        return Xlsx.Write(sheet);
    }

    private static SheetCell Cell(string text, int column) =>
        column == 1 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? SheetCell.Of(line, Number)
            : SheetCell.Of(text.Length > SheetCell.LongestText ? text[..SheetCell.LongestText] : text, Body);
}
