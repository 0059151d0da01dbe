using System.Text;

namespace CCHC.Pipeline.Intake.Formats;

internal enum FileKind
{
    Text,
    Html,
    Workbook,
    OldWorkbook,
    Unreadable,
}

/// <summary>Tells the kind of a file by its first bytes.</summary>
internal static class Signature
{
    private const int Head = 64 * 1024;
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Gzip = [0x1F, 0x8B];
    private static readonly byte[] Utf32LittleEndian = [0xFF, 0xFE, 0x00, 0x00];
    private static readonly byte[] Utf32BigEndian = [0x00, 0x00, 0xFE, 0xFF];
    private static readonly byte[] EmptyZip = [0x50, 0x4B, 0x05, 0x06];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Byte order marks, UTF-16's zero bytes and blanks.</summary>
    private static readonly byte[] Marks = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, .. " \t\r\n"u8];
    private static readonly byte[] WebArchive = "MIME-Version:"u8.ToArray();

    /// <summary>Files that people send by mistake: PDF, pictures, other archives, programs.</summary>
    private static readonly byte[][] NoTables =
    [
        "%PDF"u8.ToArray(),
        [0x89, 0x50, 0x4E, 0x47],
        [0xFF, 0xD8, 0xFF],
        "GIF8"u8.ToArray(),
        "Rar!"u8.ToArray(),
        [0x37, 0x7A, 0xBC, 0xAF],
        "MZ\u0090"u8[..2].ToArray(),
        "{\\rtf"u8.ToArray(),
        [0x7F, 0x45, 0x4C, 0x46],
    ];

    public static (FileKind Kind, FileDefect? Defect) Of(ReadOnlySpan<byte> content, IntakeLimits limits)
    {
        if (content.IsEmpty)
            return Unreadable(FileDefects.Empty);
        if (content.Length > limits.Bytes)
            return Unreadable(FileDefects.TooLarge(limits));
        if (content.StartsWith(Zip) || content.StartsWith(EmptyZip))
            return (FileKind.Workbook, null);
        if (content.StartsWith(Ole) || IsBiff(content))
            return (FileKind.OldWorkbook, null);
        if (content.StartsWith(Utf32LittleEndian) || content.StartsWith(Utf32BigEndian))
            return Unreadable(FileDefects.Utf32);
        if (content.StartsWith(Gzip))
            return Unreadable(FileDefects.Gnumeric);
        if (IsDBase(content))
            return Unreadable(FileDefects.DBase);
        foreach (var signature in NoTables)
        {
            if (content.StartsWith(signature) && !LooksLikeHeader(content))
                return Unreadable(FileDefects.NotATable);
        }
        return Markup(content);
    }

    /// <summary>An old workbook without the OLE file around it begins with a BOF record of BIFF2, 3, 4, or 5 and 8.</summary>
    private static bool IsBiff(ReadOnlySpan<byte> content) =>
        content.Length > 8 && content[0] == 0x09 && content[1] is 0x00 or 0x02 or 0x04 or 0x08 && content[3] == 0x00;

    /// <summary>A version, the day of the last change, the length of a header that ends with a line end.</summary>
    private static bool IsDBase(ReadOnlySpan<byte> content)
    {
        if (content.Length < 68 || content[0] is not (0x03 or 0x30 or 0x31 or 0x83 or 0x8B or 0xF5))
            return false;
        var header = content[8] | (content[9] << 8);
        return content[2] is >= 1 and <= 12
            && content[3] is >= 1 and <= 31
            && header > 32
            && header <= content.Length
            && content[..header].Contains((byte)0x0D);
    }

    /// <summary>A CSV whose first header happens to begin with "MZ" is still text.</summary>
    private static bool LooksLikeHeader(ReadOnlySpan<byte> content) =>
        content[0] is (byte)'M' && !content[..Math.Min(content.Length, 64)].Contains((byte)0);

    /// <summary>HTML saved under another name, in any encoding; a document type of one's own belongs to XML.</summary>
    private static (FileKind, FileDefect?) Markup(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Head)];
        if (Ascii.EqualsIgnoreCase(head[..Math.Min(head.Length, WebArchive.Length)], WebArchive))
            return Unreadable(FileDefects.SingleFileWebPage);
        var text = head.TrimStart(Marks);
        if (text.IsEmpty || text[0] != (byte)'<')
            return (FileKind.Text, null);
        var markup = Encoding.Latin1.GetString(text).Replace("\0", "", StringComparison.Ordinal);
        if (HasOwnTypes(markup))
            return Unreadable(FileDefects.UnsafeXml);
        if (markup.Contains("opendocument", StringComparison.Ordinal) && !IsHtml(markup))
            return Unreadable(FileDefects.FlatOpenDocument);
        if (markup.Contains("gnumeric", StringComparison.OrdinalIgnoreCase) && !IsHtml(markup))
            return Unreadable(FileDefects.Gnumeric);
        return IsXmlSpreadsheet(markup) ? Unreadable(FileDefects.XmlSpreadsheet) : (FileKind.Html, null);
    }

    private static bool IsHtml(string markup) =>
        markup.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || markup.Contains("<table ", StringComparison.OrdinalIgnoreCase)
        || markup.Contains("<table>", StringComparison.OrdinalIgnoreCase);

    /// <summary>Excel 2003's XML names its kind before the root; Office's HTML names the namespace too, but is HTML.</summary>
    private static bool IsXmlSpreadsheet(string markup) =>
        !markup.Contains("<html", StringComparison.OrdinalIgnoreCase)
        && (
            markup.Contains("Excel.Sheet", StringComparison.Ordinal)
            || markup.Contains(":office:spreadsheet", StringComparison.Ordinal)
        );

    private static bool HasOwnTypes(string markup)
    {
        if (markup.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            return true;
        var at = markup.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        var end = at < 0 ? -1 : markup.AsSpan(at).IndexOfAny('[', '>');
        return end >= 0 && markup[at + end] == '[';
    }

    private static (FileKind, FileDefect?) Unreadable(FileDefect defect) => (FileKind.Unreadable, defect);
}
