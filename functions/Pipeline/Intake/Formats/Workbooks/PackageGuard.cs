using System.IO.Compression;
using System.Text;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Looks at a package's directory before anything is unpacked.</summary>
internal static class PackageGuard
{
    private const int Head = 4096;

    /// <summary>Small packages of much repetition are harmless whatever their ratio.</summary>
    private const long AlwaysFine = 8L * 1024 * 1024;

    public static FileDefect? Check(Stream content, IntakeLimits limits)
    {
        using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Count > limits.PackageEntries)
            return FileDefects.UnpacksTooLarge(limits);
        if (package.Entries.Any(entry => entry.IsEncrypted))
            return FileDefects.Encrypted;
        var unpacked = 0L;
        foreach (var entry in package.Entries)
        {
            unpacked += entry.Length;
            if (entry.Length < 0 || unpacked > limits.UnpackedBytes)
                return FileDefects.UnpacksTooLarge(limits);
        }
        return unpacked > AlwaysFine && unpacked / limits.UnpackingRatio > content.Length
            ? FileDefects.UnpacksTooLarge(limits)
            : null;
    }

    /// <summary>Why a package that is no workbook of ours isn't one.</summary>
    public static FileDefect Explain(Stream content)
    {
        using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Any(DeclaresDocumentType))
            return FileDefects.UnsafeXml;
        if (package.GetEntry("xl/workbook.bin") is not null || package.GetEntry("mimetype") is not null)
            return FileDefects.OtherWorkbook;
        var isWorkbook = package.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal));
        return isWorkbook ? FileDefects.Corrupt : FileDefects.NotATable;
    }

    private static bool DeclaresDocumentType(ZipArchiveEntry entry)
    {
        if (
            !entry.Name.EndsWith(".xml", StringComparison.Ordinal)
            && !entry.Name.EndsWith(".rels", StringComparison.Ordinal)
        )
            return false;
        using var stream = entry.Open();
        var head = new byte[Head];
        var length = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(head, 0, length).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }
}
