using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>Writes one sheet, its elements in the order that the format asks for ([ECMA-376] part 1, 18.3.1.99).</summary>
internal sealed class SheetXml(Sheet sheet, Styles styles)
{
    public void Write(XmlWriter xml, bool isFirst)
    {
        xml.Start("worksheet");
        xml.Start("sheetPr");
        xml.Element("pageSetUpPr", ("fitToPage", true));
        xml.WriteEndElement();
        WriteView(xml, isFirst);
        xml.Element("sheetFormatPr", ("defaultRowHeight", 15.75));
        WriteWidths(xml);
        new SheetData(sheet, styles).Write(xml);
        WriteProtection(xml);
        if (sheet.Filter is { } filter)
            xml.Element("autoFilter", ("ref", filter));
        WriteMerged(xml);
        WriteValidations(xml);
        WritePrint(xml);
        xml.WriteEndElement();
    }

    private void WriteView(XmlWriter xml, bool isFirst)
    {
        xml.Start("sheetViews");
        xml.Start("sheetView", ("tabSelected", isFirst ? true : null), ("workbookViewId", 0));
        var (rows, columns) = sheet.Frozen;
        if (rows > 0 || columns > 0)
        {
            var pane = (rows > 0, columns > 0) switch
            {
                (true, true) => "bottomRight",
                (true, false) => "bottomLeft",
                (false, _) => "topRight",
            };
            xml.Element(
                "pane",
                ("xSplit", columns > 0 ? columns : null),
                ("ySplit", rows > 0 ? rows : null),
                ("topLeftCell", CellRange.Name(rows + 1, columns + 1)),
                ("activePane", pane),
                ("state", "frozen")
            );
            xml.Element("selection", ("pane", pane));
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteWidths(XmlWriter xml)
    {
        if (sheet.Widths.Count == 0)
            return;
        xml.Start("cols");
        foreach (var (index, width) in sheet.Widths.Index())
            xml.Element("col", ("min", index + 1), ("max", index + 1), ("width", width), ("customWidth", true));
        xml.WriteEndElement();
    }

    private void WriteProtection(XmlWriter xml)
    {
        if (!sheet.IsProtected)
            return;
        // 0: allowed all the same, so that a long answer can be seen whole and lines can be filtered.
        xml.Element(
            "sheetProtection",
            ("sheet", true),
            ("objects", true),
            ("scenarios", true),
            ("formatColumns", false),
            ("formatRows", false),
            ("autoFilter", false)
        );
    }

    private void WriteMerged(XmlWriter xml)
    {
        if (sheet.Merged.Count == 0)
            return;
        xml.Start("mergeCells", ("count", sheet.Merged.Count));
        foreach (var range in sheet.Merged)
            xml.Element("mergeCell", ("ref", range));
        xml.WriteEndElement();
    }

    private void WriteValidations(XmlWriter xml)
    {
        if (sheet.Validations.Count == 0)
            return;
        xml.Start("dataValidations", ("count", sheet.Validations.Count));
        foreach (var (validation, ranges) in sheet.Validations)
        {
            var (prompt, error) = (validation.Prompt, validation.Error);
            xml.Start(
                "dataValidation",
                ("type", validation.Type),
                ("operator", validation.Operator),
                ("allowBlank", true),
                ("showInputMessage", prompt.Text.Length > 0),
                ("showErrorMessage", error.Text.Length > 0),
                ("errorTitle", Told(error.Title)),
                ("error", Told(error.Text)),
                ("promptTitle", Told(prompt.Title)),
                ("prompt", Told(prompt.Text)),
                ("sqref", string.Join(' ', ranges))
            );
            xml.TextElement("formula1", validation.First);
            if (validation.Second is { } second)
                xml.TextElement("formula2", second);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string? Told(string text) => text.Length > 0 ? text : null;

    private void WritePrint(XmlWriter xml)
    {
        var print = sheet.Print;
        xml.Element("printOptions", ("horizontalCentered", true));
        xml.Element(
            "pageMargins",
            ("left", 0.6),
            ("right", 0.6),
            ("top", 0.8),
            ("bottom", 0.8),
            ("header", 0.4),
            ("footer", 0.4)
        );
        xml.Element(
            "pageSetup",
            ("paperSize", 9),
            ("fitToWidth", 1),
            ("fitToHeight", 0),
            ("orientation", print.IsLandscape ? "landscape" : "portrait")
        );
        // NĐ 30/2020, annex I: numbers stand in the middle of the top margin, none on the first page.
        xml.Start("headerFooter", ("differentFirst", true));
        xml.TextElement("oddHeader", $"&C&\"{Styles.FontName},Regular\"&{print.NumberSize}&P");
        xml.WriteEndElement();
    }
}
