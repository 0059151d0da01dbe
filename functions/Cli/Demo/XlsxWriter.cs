using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CCHC.Cli.Demo;

/// <summary>A workbook of one sheet, with shared strings and real dates; equal sheets give equal bytes.</summary>
/// <remarks>The packaging library stamps its entries with the present time, so the few parts are written by hand.</remarks>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset Stamp = new(2022, 3, 14, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Path, string Xml)[] Parts =
    [
        (
            "[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Type}.sharedStrings+xml"/></Types>"""
        ),
        (
            "_rels/.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        ),
        (
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>"""
        ),
        (
            "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
        ),
        (
            "xl/styles.xml",
            $"""<styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"""
        ),
    ];

    public static byte[] Write(Sheet sheet)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var strings = new SharedStrings();
            foreach (var (path, xml) in Parts)
                Add(zip, path, stream => stream.Write(Encoding.UTF8.GetBytes(xml)));
            Add(zip, "xl/worksheets/sheet1.xml", stream => WriteXml(stream, xml => WriteSheet(xml, sheet, strings)));
            Add(zip, "xl/sharedStrings.xml", stream => WriteXml(stream, strings.Write));
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string path, Action<Stream> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        write(stream);
    }

    private static void WriteXml(Stream stream, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(true);
        write(xml);
    }

    private static void WriteSheet(XmlWriter xml, Sheet sheet, SharedStrings strings)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        foreach (var (index, row) in sheet.Rows.Index())
        {
            if (row.Count == 0)
                continue;
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", Plain(index + 1));
            foreach (var (column, cell) in row.Index().Where(at => at.Item.Text.Length > 0))
                WriteCell(xml, $"{(char)('A' + column)}{Plain(index + 1)}", cell, strings);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string place, Cell cell, SharedStrings strings)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        if (cell.Date is { } date)
        {
            xml.WriteAttributeString("s", "1");
            xml.WriteElementString("v", Main, date.ToOADate().ToString("0.######", CultureInfo.InvariantCulture));
        }
        else if (cell.Number is { } number)
        {
            xml.WriteElementString("v", Main, Plain(number));
        }
        else
        {
            xml.WriteAttributeString("t", "s");
            xml.WriteElementString("v", Main, Plain(strings.IndexOf(cell.Text)));
        }
        xml.WriteEndElement();
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class SharedStrings
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<string> texts = [];

        public int IndexOf(string text)
        {
            if (places.TryAdd(text, texts.Count))
                texts.Add(text);
            return places[text];
        }

        public void Write(XmlWriter xml)
        {
            xml.WriteStartElement("sst", Main);
            foreach (var text in texts)
            {
                xml.WriteStartElement("si", Main);
                xml.WriteElementString("t", Main, text);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }
}
