using System.Globalization;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Rows of one sheet, streamed. Lines are the sheet's own row numbers; rows and cells left out are blank.</summary>
internal sealed class SheetRows(Workbook workbook, SheetOutline sheet) : RowSource
{
    /// <summary>As many as a sheet can have ([ECMA-376] part 1, 18.3.1.73); other programs don't write more either.</summary>
    private const int MostRows = 1_048_576;

    private readonly TextBuffer text = new();
    private readonly SheetCells cells = new(workbook);
    private MergedCells? merged;
    private XmlReader? xml;
    private int line;

    public override string Description { get; } = $"XLSX, trang {sheet.Name}";

    public override DateOnly SerialEpoch => workbook.Epoch;

    public override void Rewind()
    {
        xml?.Dispose();
        xml = null;
        line = 0;
        Defect = null;
        merged?.Rewind();
        cells.Rewind();
    }

    public override bool Read(Row row)
    {
        if (Defect is not null)
            return false;
        try
        {
            merged ??= SheetEnd.Read(workbook, sheet.Part);
            xml ??= workbook.OpenXml(sheet.Part);
            while (xml.Next())
            {
                if (xml.IsStart("row"))
                {
                    ReadRow(xml, row, merged);
                    return true;
                }
            }
        }
        catch (WorkbookTooLargeException)
        {
            Defect = workbook.TooLarge;
        }
        catch (Exception broken) when (Workbook.IsBroken(broken))
        {
            Defect = workbook.Explain();
        }
        xml?.Dispose();
        return false;
    }

    private void ReadRow(XmlReader reader, Row row, MergedCells covering)
    {
        row.Begin(line = LineOf(reader));
        if (line > MostRows)
            throw new WorkbookTooLargeException();
        text.Clear();
        cells.BeginRow();
        if (!reader.IsEmptyElement)
        {
            while (reader.Next() && !reader.IsEnd("row"))
            {
                if (reader.IsStart("c"))
                    cells.Read(reader, text, row);
            }
        }
        covering.Fill(row, text);
        row.Buffer = text.Chars;
        row.IsOdd = SeenText.IsOdd(text.Written) || text.Written.ContainsAny('\r', '\n');
    }

    private int LineOf(XmlReader reader)
    {
        if (!int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var own))
            return line + 1;
        return own > line ? own : throw new InvalidDataException("Rows stand twice or out of their order.");
    }
}
