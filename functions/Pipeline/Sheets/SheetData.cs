using System.Globalization;
using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>Writes the rows and cells of a sheet.</summary>
internal sealed class SheetData(Sheet sheet, Styles styles)
{
    /// <summary>As high as a row can be, in points.</summary>
    private const double Highest = 409;

    public void Write(XmlWriter xml)
    {
        xml.Start("sheetData");
        var rows = sheet.Cells.GroupBy(cell => cell.Key.Row).ToDictionary(row => row.Key);
        foreach (var row in rows.Keys.Union(sheet.Heights.Keys).Order())
        {
            var height = sheet.Heights.TryGetValue(row, out var points) ? Math.Min(points, Highest) : (double?)null;
            xml.Start("row", ("r", row), ("ht", height), ("customHeight", height is null ? null : true));
            if (rows.TryGetValue(row, out var cells))
            {
                foreach (var ((_, column), cell) in cells)
                    Write(xml, CellRange.Name(row, column), cell);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, string at, SheetCell cell)
    {
        var style = styles.Of(cell.Look, IsActive(cell.Text));
        if (cell.Number is { } number)
        {
            xml.Start("c", ("r", at), ("s", style));
            xml.TextElement("v", number.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            xml.Start("c", ("r", at), ("s", style), ("t", "inlineStr"));
            xml.Start("is");
            xml.TextElement("t", text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.Element("c", ("r", at), ("s", style));
        }
    }

    /// <summary>Text that a spreadsheet would take for a formula once somebody edits it.</summary>
    private static bool IsActive(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
