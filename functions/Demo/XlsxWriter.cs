using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CCHC.Demo;

/// <summary>A workbook of one sheet, with shared strings and real dates; equal sheets give equal bytes.</summary>
/// <remarks>The packaging library stamps its entries with the present time, so the few parts are written by hand.</remarks>
internal static class XlsxWriter
{
    private static readonly DateTimeOffset Stamp = new(2022, 3, 14, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Sheet sheet)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var strings = new SharedStrings();
            foreach (var (path, xml) in XlsxParts.All)
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
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        xml.WriteStartElement("sheetData", XlsxParts.Main);
        foreach (var (index, row) in sheet.Rows.Index())
        {
            if (row.Count == 0)
                continue;
            xml.WriteStartElement("row", XlsxParts.Main);
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
        xml.WriteStartElement("c", XlsxParts.Main);
        xml.WriteAttributeString("r", place);
        if (cell.Date is { } date)
        {
            xml.WriteAttributeString("s", "1");
            xml.WriteElementString(
                "v",
                XlsxParts.Main,
                date.ToOADate().ToString("0.######", CultureInfo.InvariantCulture)
            );
        }
        else if (cell.Number is { } number)
        {
            xml.WriteElementString("v", XlsxParts.Main, Plain(number));
        }
        else
        {
            xml.WriteAttributeString("t", "s");
            xml.WriteElementString("v", XlsxParts.Main, Plain(strings.IndexOf(cell.Text)));
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
            xml.WriteStartElement("sst", XlsxParts.Main);
            foreach (var text in texts)
            {
                xml.WriteStartElement("si", XlsxParts.Main);
                xml.WriteElementString("t", XlsxParts.Main, text);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }
}
