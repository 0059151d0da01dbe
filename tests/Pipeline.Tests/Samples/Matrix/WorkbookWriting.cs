using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>A sheet as an .xlsx written by hand: shared texts, serial days with a date style, merged cells.</summary>
internal sealed class WorkbookWriting(Func<string, string> image)
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);

    public byte[] Write(SheetCell?[][] rows)
    {
        var sheet = Sheet(rows);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes);
            Add(zip, "_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Office}/relationships\"><sheets><sheet name=\"DS\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relations(
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("styles", "styles.xml"),
                    ("sharedStrings", "sharedStrings.xml")
                )
            );
            Add(zip, "xl/styles.xml", Styles);
            Add(zip, "xl/worksheets/sheet1.xml", sheet);
            Add(zip, "xl/sharedStrings.xml", SharedTexts());
        }
        return stream.ToArray();
    }

    private string Sheet(SheetCell?[][] rows)
    {
        var xml = new StringBuilder($"<worksheet {Main}><sheetData>");
        var merged = new List<string>();
        foreach (var (index, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            foreach (var (column, cell) in row.Index())
            {
                if (cell is null)
                    continue;
                var at = $"{(char)('A' + column)}{index + 1}";
                xml.Append(CellXml(at, cell));
                if (cell.Columns * cell.Rows > 1)
                    merged.Add($"{at}:{(char)('A' + column + cell.Columns - 1)}{index + cell.Rows}");
            }
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merged.Count > 0)
            xml.Append("<mergeCells>")
                .AppendJoin("", merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))
                .Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private string CellXml(string at, SheetCell cell)
    {
        var culture = CultureInfo.InvariantCulture;
        if (cell.Moment is { } moment)
            return string.Create(culture, $"<c r=\"{at}\" s=\"1\"><v>{(moment - Epoch).TotalDays}</v></c>");
        if (cell.Number is { } number)
            return string.Create(culture, $"<c r=\"{at}\"><v>{number}</v></c>");
        if (cell.Text.Length == 0)
            return "";
        if (!shared.TryGetValue(cell.Text, out var index))
            shared.Add(cell.Text, index = shared.Count);
        return string.Create(culture, $"<c r=\"{at}\" t=\"s\"><v>{index}</v></c>");
    }

    private string SharedTexts() =>
        $"<sst {Main}>"
        + string.Concat(
            shared.Keys.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(image(text))}</t></si>")
        )
        + "</sst>";

    private static string Relations(params (string Type, string Target)[] parts) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            parts
                .Index()
                .Select(at =>
                    $"<Relationship Id=\"rId{at.Index + 1}\" Type=\"{Office}/relationships/{at.Item.Type}\" Target=\"{at.Item.Target}\"/>"
                )
        )
        + "</Relationships>";

    private static string ContentTypes =>
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + Override("/xl/workbook.xml", "sheet.main")
        + Override("/xl/worksheets/sheet1.xml", "worksheet")
        + Override("/xl/styles.xml", "styles")
        + Override("/xl/sharedStrings.xml", "sharedStrings")
        + "</Types>";

    private static string Override(string part, string type) =>
        $"<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Styles =>
        $"<styleSheet {Main}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm:ss\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
    }
}
