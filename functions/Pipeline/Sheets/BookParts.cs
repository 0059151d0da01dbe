using System.Globalization;
using System.Text;
using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>The parts of a workbook around its sheets.</summary>
internal static class BookParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string PackageRelations =>
        $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """;

    public static string SheetPart(int index) => string.Create(Plain, $"xl/worksheets/sheet{index + 1}.xml");

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder($"<Types xmlns=\"{Package}/content-types\">")
            .Append(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            )
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append(Plain, $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/>");
        for (var index = 0; index < sheets; index++)
            xml.Append(Plain, $"<Override PartName=\"/{SheetPart(index)}\" ContentType=\"{Type}.worksheet+xml\"/>");
        return xml.Append(Plain, $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/></Types>")
            .ToString();
    }

    public static string BookRelations(int sheets)
    {
        var xml = new StringBuilder($"<Relationships xmlns=\"{Package}/relationships\">");
        for (var index = 0; index < sheets; index++)
            xml.Append(
                Plain,
                $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/worksheet\" Target=\"/{SheetPart(index)}\"/>"
            );
        return xml.Append(
                Plain,
                $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"/xl/styles.xml\"/>"
            )
            .Append("</Relationships>")
            .ToString();
    }

    public static void WriteBook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.Start("workbook");
        xml.WriteAttributeString("xmlns", "r", ns: null, Office);
        xml.Start("bookViews");
        xml.Element("workbookView", ("activeTab", 0));
        xml.WriteEndElement();
        xml.Start("sheets");
        foreach (var (index, sheet) in sheets.Index())
        {
            xml.Start(
                "sheet",
                ("name", sheet.Name),
                ("sheetId", index + 1),
                ("state", sheet.IsHidden ? "hidden" : null)
            );
            xml.WriteAttributeString("id", Office, string.Create(Plain, $"rId{index + 1}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        WriteNames(xml, sheets);
        xml.WriteEndElement();
    }

    /// <summary>What is filtered and what is printed on every page has names of its own.</summary>
    private static void WriteNames(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        var names = sheets
            .Index()
            .SelectMany(at => NamesOf(at.Item).Select(name => (at.Index, name.Name, name.Refers)));
        var all = names.OrderBy(name => name.Name, StringComparer.Ordinal).ThenBy(name => name.Index).ToList();
        if (all.Count == 0)
            return;
        xml.Start("definedNames");
        foreach (var (index, name, refers) in all)
        {
            xml.Start(
                "definedName",
                ("name", name),
                ("localSheetId", index),
                ("hidden", name.EndsWith("Database", StringComparison.Ordinal) ? true : null)
            );
            xml.WriteString(refers);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static IEnumerable<(string Name, string Refers)> NamesOf(Sheet sheet)
    {
        var quoted = $"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'";
        if (sheet.Filter is { } filter)
            yield return ("_xlnm._FilterDatabase", $"{quoted}!{filter.Fixed}");
        if (sheet.Print.RepeatedRows is var (first, last))
            yield return ("_xlnm.Print_Titles", string.Create(Plain, $"{quoted}!${first}:${last}"));
    }
}
