using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>An .xlsx workbook: each visible sheet is one table. Its XML is streamed; no entity is ever resolved.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly Package package;
    private readonly WorkbookOutline outline;
    private readonly IntakeLimits limits;
    private SharedTexts? sharedTexts;

    private Workbook(Package package, WorkbookOutline outline, IntakeLimits limits)
    {
        this.package = package;
        this.outline = outline;
        this.limits = limits;
    }

    public static ExportFile Open(ReadOnlyMemory<byte> bytes, IntakeLimits limits)
    {
        if (PackageGuard.CheckCount(bytes.Span, limits) is { } tooMany)
            return ExportFile.Broken(tooMany);
        try
        {
            var zip = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);
            var merging = new HashSet<ZipArchiveEntry>();
            return PackageGuard.Check(zip, bytes.Length, limits, merging) is { } defect
                ? ExportFile.Broken(defect)
                : Open(new Package(zip, merging), limits);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return ExportFile.Broken(FileDefects.Corrupt);
        }
    }

    public DateOnly Epoch => outline.Epoch;

    /// <summary>Texts that cells refer to by number; read when a sheet first needs them.</summary>
    public SharedTexts SharedTexts => sharedTexts ??= SharedTextsPart.Read(package, outline.SharedTexts, limits);

    public FileDefect TooLarge => FileDefects.UnpacksTooLarge(limits);

    public XmlReader OpenXml(string part) => package.OpenXml(part, limits);

    public bool MentionsMerged(string part) => package.MentionsMerged(part);

    /// <summary>Why reading failed in the middle.</summary>
    public FileDefect Explain() => package.Explain();

    public void Dispose() => package.Dispose();

    /// <summary>What unpacking and XML throw on bad input.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException;

    private static ExportFile Open(Package package, IntakeLimits limits)
    {
        try
        {
            if (WorkbookOutline.Read(package, limits) is not { Sheets.Count: > 0 } outline)
                return ExportFile.Broken(package.Explain());
            var workbook = new Workbook(package, outline, limits);
            return new ExportFile(
                [.. outline.Sheets.Select((sheet, at) => new SheetRows(workbook, Named(sheet, at)))],
                workbook
            )
            {
                HasPages = true,
            };
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return ExportFile.Broken(package.Explain());
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static SheetOutline Named(SheetOutline sheet, int at) => sheet with { Name = SheetName.Shown(at + 1) };
}
