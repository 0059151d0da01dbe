using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>A text file: decoded once, then offered with each separator. Further encodings are further decodings here.</summary>
internal static class TextExport
{
    private const int Sample = 4096;
    private static readonly char[] Separators = [',', ';', '\t'];

    public static ExportFile Open(ReadOnlySpan<byte> content)
    {
        if (DecodedText.TryDecode(content) is not { } text)
            return ExportFile.Broken(FileDefects.UnknownEncoding);
        if (text.Span.IndexOf('\0') is >= 0 and var at)
        {
            var line = 1 + Lines.CountIn(text.Span[..at]);
            text.Dispose();
            return ExportFile.Broken(FileDefects.NulCharacter(line));
        }
        return new ExportFile(Tables(text), text);
    }

    /// <summary>The separator that occurs most often at the beginning is tried first.</summary>
    private static DelimitedRows[] Tables(DecodedText text)
    {
        var sample = text.Span[..Math.Min(text.Length, Sample)];
        var counts = new int[Separators.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = -sample.Count(Separators[i]);
        var separators = (char[])Separators.Clone();
        Array.Sort(counts, separators);
        return Array.ConvertAll(separators, separator => new DelimitedRows(text, separator));
    }
}

/// <summary>A file's text in a pooled buffer.</summary>
internal sealed class DecodedText(char[] buffer, int length, string encoding) : IDisposable
{
    public char[] Buffer { get; } = buffer;
    public int Length => length;

    /// <summary>As the receipt names it, e.g. "UTF-8 (BOM)".</summary>
    public string Encoding => encoding;

    public ReadOnlySpan<char> Span => Buffer.AsSpan(0, length);

    /// <summary>The first decoding that fits: a byte order mark, else the pattern of UTF-16, else strict UTF-8.</summary>
    public static DecodedText? TryDecode(ReadOnlySpan<byte> content)
    {
        if (Unicode.Mark(content) is var (kind, skip))
            return Decode(content[skip..], kind, Unicode.NameOf(kind) + " (BOM)");
        var unmarked = Unicode.GuessKind(content);
        return Decode(content, unmarked, Unicode.NameOf(unmarked));
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(Buffer);

    private static DecodedText? Decode(ReadOnlySpan<byte> content, UnicodeKind kind, string name)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, content.Length));
        if (Unicode.TryDecode(content, kind, buffer, out var length))
            return new DecodedText(buffer, length, name);
        ArrayPool<char>.Shared.Return(buffer);
        return null;
    }
}
