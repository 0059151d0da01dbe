using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A visible sheet.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Epoch">Day 0 of the workbook's serial days.</param>
/// <param name="Part">Its XML.</param>
internal sealed record SheetOutline(string Name, DateOnly Epoch, WorksheetPart Part);

/// <summary>What workbook.xml says: the sheets in their order, and the date system.</summary>
internal static class WorkbookOutline
{
    /// <summary>Day 0 by which serial days from March 1900 on come out right (1900 is held for a leap year).</summary>
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    public static List<SheetOutline> Read(SpreadsheetDocument document)
    {
        var sheets = new List<SheetOutline>();
        if (document.WorkbookPart is not { } workbook)
            return sheets;
        using var xml = SafeXml.Open(workbook, IntakeLimits.Standard);
        var epoch = Epoch1900;
        while (xml.Read())
        {
            if (xml.IsStart("workbookPr") && xml.GetAttribute("date1904") is "1" or "true")
                epoch = Epoch1904;
            if (xml.IsStart("sheet") && PartOf(xml, workbook) is { } part)
                sheets.Add(new SheetOutline(xml.GetAttribute("name") ?? "", epoch, part));
        }
        return sheets;
    }

    private static WorksheetPart? PartOf(XmlReader xml, WorkbookPart workbook)
    {
        if (xml.GetAttribute("state") is "hidden" or "veryHidden" || RelationOf(xml) is not { } relation)
            return null;
        return workbook.TryGetPartById(relation, out var part) ? part as WorksheetPart : null;
    }

    /// <summary>The attribute is r:id in one of two namespaces (transitional, strict).</summary>
    private static string? RelationOf(XmlReader xml)
    {
        string? relation = null;
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
            relation = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : relation;
        xml.MoveToElement();
        return relation;
    }
}
