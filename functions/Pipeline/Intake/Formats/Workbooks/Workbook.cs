using System.Runtime.InteropServices;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>An .xlsx workbook: each visible sheet is one table. Its XML is streamed; no entity is ever resolved.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly Stream content;
    private readonly SpreadsheetDocument document;
    private SharedTexts? sharedTexts;

    private Workbook(Stream content, SpreadsheetDocument document, IntakeLimits limits)
    {
        this.content = content;
        this.document = document;
        Limits = limits;
    }

    public static ExportFile Open(ReadOnlyMemory<byte> bytes, IntakeLimits limits)
    {
        var stream = AsStream(bytes);
        try
        {
            if (PackageGuard.Check(stream, limits) is { } defect)
                return ExportFile.Broken(defect);
            var package = SpreadsheetDocument.Open(stream, isEditable: false);
            var workbook = new Workbook(stream, package, limits);
            var sheets = WorkbookOutline.Read(package).Select(sheet => new SheetRows(workbook, sheet)).ToList();
            return sheets.Count > 0 ? new ExportFile(sheets, workbook) : ExportFile.Broken(workbook.Explain());
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return ExportFile.Broken(Explain(AsStream(bytes)));
        }
    }

    public IntakeLimits Limits { get; }

    /// <summary>Texts that cells refer to by number; read when a sheet first needs them.</summary>
    public SharedTexts SharedTexts => sharedTexts ??= SharedTexts.Read(document, Limits);

    public XmlReader OpenXml(OpenXmlPart part) => SafeXml.Open(part, Limits);

    /// <summary>Why reading failed in the middle.</summary>
    public FileDefect Explain() => Explain(content);

    public void Dispose()
    {
        document.Dispose();
        content.Dispose();
    }

    /// <summary>What packaging, unpacking and XML throw on bad input: the OOXML SDK isn't choosy about its exceptions.</summary>
    public static bool IsBroken(Exception exception) =>
        exception
            is InvalidDataException
                or IOException
                or XmlException
                or OpenXmlPackageException
                or FileFormatException
                or UriFormatException
                or NotSupportedException
                or InvalidOperationException
                or ArgumentException
                or KeyNotFoundException;

    private static FileDefect Explain(Stream package)
    {
        try
        {
            return PackageGuard.Explain(package);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return FileDefects.Corrupt;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
