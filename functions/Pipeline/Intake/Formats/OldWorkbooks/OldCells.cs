using System.Globalization;
using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Reads the cells of one record ([MS-XLS] 2.4) into a row.</summary>
internal static class OldCells
{
    private const int Value = 6;

    public static bool AreIn(Biff record) =>
        record
            is Biff.Formula
                or Biff.Formula3
                or Biff.Formula4
                or Biff.Numbers
                or Biff.RichLabel
                or Biff.SharedLabel
                or Biff.Number
                or Biff.Label
                or Biff.BooleanOrError
                or Biff.ShortNumber;

    /// <summary>Adds them where they belong.</summary>
    /// <exception cref="InvalidDataException">The record is damaged, or a cell stands twice.</exception>
    public static void Read(OldWorkbook workbook, int offset, TextBuffer text, Row row)
    {
        var records = new BiffRecords(workbook.Stream, offset);
        records.Next();
        int column = records.Data.U16(2);
        if (column >= Row.MaxCells)
            return;
        if (records.Id is Biff.Numbers)
        {
            AddNumbers(records.Data, column, text, row);
            return;
        }
        var start = text.Length;
        var kind = AppendValue(workbook, records, text);
        Add(row, column, start, text, kind);
    }

    /// <summary>Numbers of neighbouring cells: of each its format and its value.</summary>
    private static void AddNumbers(ReadOnlySpan<byte> data, int column, TextBuffer text, Row row)
    {
        const int Length = 6;
        for (var at = 4; at + Length <= data.Length && column < Row.MaxCells; at += Length)
        {
            var start = text.Length;
            Add(row, column++, start, text, AppendNumber(ShortNumber(data.U32(at + 2)), text));
        }
    }

    private static void Add(Row row, int column, int start, TextBuffer text, CellKind kind)
    {
        if (column < row.Count)
            throw new InvalidDataException("A cell stands twice.");
        row.PadTo(column);
        row.Add(start, text.Length - start, kind);
    }

    private static CellKind AppendValue(OldWorkbook workbook, BiffRecords records, TextBuffer text)
    {
        var data = records.Data;
        switch (records.Id)
        {
            case Biff.Number:
                return AppendNumber(data.Double(Value), text);
            case Biff.ShortNumber:
                return AppendNumber(ShortNumber(data.U32(Value)), text);
            case Biff.SharedLabel:
                text.Append(workbook.SharedTexts[data.U32(Value)], text.Length);
                return CellKind.Text;
            case Biff.BooleanOrError:
                text.Append(BooleanOrError(data.U8(Value), data.U8(Value + 1) != 0), text.Length);
                return CellKind.Text;
            case Biff.Label:
            case Biff.RichLabel:
                AppendLabel(workbook.Outline, data, Value, text);
                return CellKind.Text;
            default:
                AppendResult(workbook.Outline, records, text);
                return CellKind.Formula;
        }
    }

    private static CellKind AppendNumber(double number, TextBuffer text)
    {
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        text.Append(digits[..length], text.Length);
        return CellKind.Number;
    }

    /// <summary>RK ([MS-XLS] 2.5.217): 30 bits of an integer or of a double, perhaps a hundredth of it.</summary>
    private static double ShortNumber(uint bits)
    {
        var isInteger = (bits & 2) != 0;
        var number = isInteger ? (int)bits >> 2 : BitConverter.UInt64BitsToDouble((ulong)(bits & ~3u) << 32);
        return (bits & 1) != 0 ? number / 100 : number;
    }

    /// <summary>As .xlsx stores them, so that a 1 is a yes in both.</summary>
    private static string BooleanOrError(byte value, bool isError) =>
        isError ? "#"
        : value != 0 ? "1"
        : "0";

    private static void AppendLabel(OldOutline outline, ReadOnlySpan<byte> data, int at, TextBuffer text)
    {
        int length = data.U16(at);
        if (!outline.IsUnicode)
        {
            OldText.Append(text, data.Take(at + 2, length), outline.CodePage, text.Length);
            return;
        }
        var isWide = (data.U8(at + 2) & 1) != 0;
        OldText.Append(text, data.Take(at + 3, isWide ? 2 * length : length), isWide, text.Length);
    }

    /// <summary>A formula's cached value, which no kept cell may take, but a header may.</summary>
    private static void AppendResult(OldOutline outline, BiffRecords records, TextBuffer text)
    {
        const ushort NoNumber = 0xFFFF;
        var data = records.Data;
        if (data.U16(Value + 6) != NoNumber)
        {
            AppendNumber(data.Double(Value), text);
            return;
        }
        while (records.Next() && !AreIn(records.Id) && records.Id is not Biff.EndOfPart)
        {
            if (records.Id is not Biff.FormulaText)
                continue;
            AppendLabel(outline, records.Data, 0, text);
            return;
        }
    }
}
