using System.IO.Compression;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>The parts of an .xlsx package ([ECMA-376] part 2) by their names.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive zip;
    private readonly HashSet<ZipArchiveEntry> merging;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes the parts of an archive, and which of them speak of merged cells.</summary>
    /// <exception cref="InvalidDataException">Two entries have one name: each reader would take another.</exception>
    public Package(ZipArchive zip, HashSet<ZipArchiveEntry> merging)
    {
        (this.zip, this.merging) = (zip, merging);
        foreach (var entry in zip.Entries)
        {
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw new InvalidDataException("A part stands twice.");
        }
    }

    public static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>False where a sheet certainly has no merged cells.</summary>
    public bool MentionsMerged(string part) => parts.TryGetValue(part, out var entry) && merging.Contains(entry);

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part's bytes, unpacked.</summary>
    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public Stream Open(string part) =>
        parts.TryGetValue(part, out var entry) ? entry.Open() : throw new InvalidDataException("A part is missing.");

    public XmlReader OpenXml(string part, IntakeLimits limits) => SafeXml.Open(Open(part), limits);

    /// <summary>Why a package that is no workbook of ours isn't one.</summary>
    public FileDefect Explain()
    {
        if (Has("xl/workbook.bin") || Has("mimetype"))
            return FileDefects.OtherWorkbook;
        var isWorkbook = parts.Keys.Any(part => part.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        return isWorkbook ? FileDefects.Corrupt : FileDefects.NotATable;
    }

    public void Dispose() => zip.Dispose();
}
