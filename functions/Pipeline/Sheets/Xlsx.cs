using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>
/// Writes sheets as an XLSX workbook. The same sheets give the same bytes: no clock, no chance, one order of parts.
/// </summary>
public static class Xlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // The first day the ZIP format can express.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes a workbook of one or more sheets, the first of which must be visible.</summary>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        if (sheets is [] or [{ IsHidden: true }, ..])
            throw new ArgumentException("A workbook opens on its first sheet.", nameof(sheets));
        if (sheets.CountBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Any(named => named.Value > 1))
            throw new ArgumentException("Two sheets have one name.", nameof(sheets));
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var styles = new Styles();
            Add(package, "[Content_Types].xml", xml => xml.WriteRaw(BookParts.ContentTypes(sheets.Count)));
            Add(package, "_rels/.rels", xml => xml.WriteRaw(BookParts.PackageRelations));
            Add(package, "xl/workbook.xml", xml => BookParts.WriteBook(xml, sheets));
            Add(package, "xl/_rels/workbook.xml.rels", xml => xml.WriteRaw(BookParts.BookRelations(sheets.Count)));
            foreach (var (index, sheet) in sheets.Index())
                Add(package, BookParts.SheetPart(index), xml => new SheetXml(sheet, styles).Write(xml, index == 0));
            Add(package, "xl/styles.xml", styles.Write);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive package, string name, Action<XmlWriter> write)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
