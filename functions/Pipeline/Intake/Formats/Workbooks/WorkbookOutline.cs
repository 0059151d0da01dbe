using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A visible sheet.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Part">Its XML.</param>
internal sealed record SheetOutline(string Name, string Part);

/// <summary>What workbook.xml says: the sheets in their order, and the date system.</summary>
/// <param name="Epoch">Day 0 of the workbook's serial days.</param>
/// <param name="SharedTexts">The part with the shared texts; null without any.</param>
internal sealed record WorkbookOutline(IReadOnlyList<SheetOutline> Sheets, DateOnly Epoch, string? SharedTexts)
{
    /// <summary>Day 0 by which serial days from March 1900 on come out right (1900 is held for a leap year).</summary>
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    /// <summary>Null where the package holds no workbook.</summary>
    public static WorkbookOutline? Read(Package package, IntakeLimits limits)
    {
        var main = Relations.Of(package, "", limits).Values.FirstOrDefault(one => one.Kind == "officeDocument")?.Part;
        if (main is null || !Package.IsXml(main))
            return null;
        var relations = Relations.Of(package, main, limits);
        var shared = relations.Values.FirstOrDefault(one => one.Kind == "sharedStrings")?.Part;
        using var xml = package.OpenXml(main, limits);
        var sheets = new List<SheetOutline>();
        var epoch = Epoch1900;
        while (xml.Next())
        {
            if (xml.IsStart("workbookPr") && xml.GetAttribute("date1904") is "1" or "true")
                epoch = Epoch1904;
            if (xml.IsStart("sheet") && SheetOf(xml, relations) is { } sheet)
                sheets.Add(sheet);
        }
        if (sheets.DistinctBy(sheet => sheet.Part, StringComparer.OrdinalIgnoreCase).Count() < sheets.Count)
            throw new InvalidDataException("Two sheets are one part.");
        return new(sheets, epoch, shared);
    }

    /// <summary>Null for a hidden sheet and for one that holds a chart or a macro.</summary>
    private static SheetOutline? SheetOf(XmlReader xml, Dictionary<string, Relation> relations)
    {
        if (xml.GetAttribute("state") is "hidden" or "veryHidden")
            return null;
        var relation = relations.GetValueOrDefault(RelationOf(xml)) ?? throw new InvalidDataException("No such sheet.");
        if (relation.Kind != "worksheet")
            return null;
        var part = relation.Part ?? throw new InvalidDataException("The sheet is outside.");
        return new SheetOutline(xml.GetAttribute("name") ?? "", part);
    }

    /// <summary>The attribute is r:id in one of two namespaces (transitional, strict).</summary>
    private static string RelationOf(XmlReader xml)
    {
        var relation = "";
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
            relation = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : relation;
        xml.MoveToElement();
        return relation;
    }
}
