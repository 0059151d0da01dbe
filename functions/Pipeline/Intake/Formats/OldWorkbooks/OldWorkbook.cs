using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>An .xls workbook (BIFF8 of Excel 97 to 2003, BIFF5 of Excel 5.0 and 95): each visible sheet is one table.</summary>
internal sealed class OldWorkbook
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Streams of a file with a password or with managed rights.</summary>
    private static readonly string[] Locks = ["EncryptedPackage", "\tDRMContent"];
    private readonly byte[] stream;
    private readonly IntakeLimits limits;
    private SharedTexts? sharedTexts;

    private OldWorkbook(byte[] stream, OldOutline outline, IntakeLimits limits)
    {
        this.stream = stream;
        this.limits = limits;
        Outline = outline;
    }

    public static ExportFile Open(ReadOnlyMemory<byte> content, IntakeLimits limits)
    {
        try
        {
            if (!content.Span.StartsWith(Ole))
                return Of(content.ToArray(), limits);
            var file = new CompoundFile(content);
            if (Locks.Any(file.Has))
                return ExportFile.Broken(FileDefects.Encrypted);
            return (file.Read("Workbook") ?? file.Read("Book")) is { } stream
                ? Of(stream, limits)
                : ExportFile.Broken(FileDefects.NotATable);
        }
        catch (WorkbookTooLargeException)
        {
            return ExportFile.Broken(FileDefects.UnpacksTooLarge(limits));
        }
        catch (InvalidDataException)
        {
            return ExportFile.Broken(FileDefects.Corrupt);
        }
    }

    public OldOutline Outline { get; }

    public ReadOnlySpan<byte> Stream => stream;

    public FileDefect TooLarge => FileDefects.UnpacksTooLarge(limits);

    /// <summary>Texts that cells refer to by number; read when a sheet first needs them.</summary>
    public SharedTexts SharedTexts => sharedTexts ??= SharedTextRecords.Read(stream, Outline.SharedTexts, limits);

    private static ExportFile Of(byte[] stream, IntakeLimits limits)
    {
        var outline = OldOutline.Read(stream);
        if (outline.Defect is { } defect)
            return ExportFile.Broken(defect);
        var workbook = new OldWorkbook(stream, outline, limits);
        return outline.Sheets.Count > 0
            ? new ExportFile([.. outline.Sheets.Select((sheet, at) => new OldSheetRows(workbook, Named(sheet, at)))])
            {
                HasPages = true,
            }
            : ExportFile.Broken(FileDefects.NotATable);
    }

    private static OldSheet Named(OldSheet sheet, int at) => sheet with { Name = SheetName.Shown(at + 1) };
}
