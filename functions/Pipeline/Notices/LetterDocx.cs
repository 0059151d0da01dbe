using System.IO.Compression;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>A letter as DOCX. The same letter gives the same bytes: no clock, no chance, one order of parts.</summary>
public static class LetterDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The first day the ZIP format can express.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Letter letter)
    {
        using var bytes = new MemoryStream(capacity: 16 * 1024);
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in DocxParts.With(Drawings(letter)))
                Add(package, name, content);
            Add(package, "word/document.xml", Encoding.UTF8.GetBytes(DocumentXml.Of(letter)));
        }
        return bytes.ToArray();
    }

    private static List<Drawing> Drawings(Letter letter) =>
        [.. letter.Body.Concat(letter.Appendices.SelectMany(appendix => appendix.Body)).OfType<Drawing>()];

    private static void Add(ZipArchive package, string name, byte[] content)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
