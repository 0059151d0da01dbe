using System.Globalization;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Rows of one sheet, streamed. Lines are the sheet's own row numbers; rows and cells left out are blank.</summary>
internal sealed class SheetRows(Workbook workbook, SheetOutline sheet) : RowSource
{
    private readonly TextBuffer text = new();
    private readonly TextBuffer value = new();
    private XmlReader? xml;
    private int line;

    public override string Description { get; } = $"XLSX, trang '{sheet.Name}'";

    public override DateOnly SerialEpoch => sheet.Epoch;

    public override void Rewind()
    {
        xml?.Dispose();
        xml = null;
        line = 0;
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (Defect is not null)
            return false;
        try
        {
            xml ??= workbook.OpenXml(sheet.Part);
            while (xml.Read())
            {
                if (xml.IsStart("row"))
                {
                    ReadRow(xml, row);
                    return true;
                }
            }
        }
        catch (SharedTextsTooLargeException)
        {
            Defect = FileDefects.UnpacksTooLarge(workbook.Limits);
        }
        catch (Exception broken) when (Workbook.IsBroken(broken))
        {
            Defect = workbook.Explain();
        }
        xml?.Dispose();
        return false;
    }

    private void ReadRow(XmlReader reader, Row row)
    {
        line = int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var own) ? own : line + 1;
        row.Begin(line);
        text.Clear();
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && !reader.IsEnd("row"))
            {
                if (reader.IsStart("c"))
                    ReadCell(reader, row);
            }
        }
        row.Buffer = text.Chars;
    }

    private void ReadCell(XmlReader reader, Row row)
    {
        var column = CellReference.ColumnOf(reader.GetAttribute("r")) ?? row.Count;
        var type = reader.GetAttribute("t");
        var (start, hasFormula) = (text.Length, false);
        value.Clear();
        if (!reader.IsEmptyElement)
            hasFormula = ReadValue(reader);
        text.Append(TextOf(type), start);
        if (column < row.Count || column >= Row.MaxCells)
            return;
        row.PadTo(column);
        row.Add(start, text.Length - start, KindOf(type, hasFormula));
    }

    /// <summary>Fills <see cref="value"/>; true when the cell is computed.</summary>
    private bool ReadValue(XmlReader reader)
    {
        var hasFormula = false;
        while (reader.Read() && !reader.IsEnd("c"))
        {
            hasFormula |= reader.IsStart("f");
            if (reader.IsStart("v"))
                RichText.Read(reader, "v", value);
            else if (reader.IsStart("is"))
                RichText.Read(reader, "is", value);
        }
        return hasFormula;
    }

    private ReadOnlySpan<char> TextOf(string? type)
    {
        var written = value.Chars.AsSpan(0, value.Length);
        if (type != "s")
            return written;
        return int.TryParse(written, CultureInfo.InvariantCulture, out var index)
            ? workbook.SharedTexts[index]
            : default;
    }

    private static CellKind KindOf(string? type, bool hasFormula)
    {
        if (hasFormula)
            return CellKind.Formula;
        return type is null or "n" ? CellKind.Number : CellKind.Text;
    }
}
