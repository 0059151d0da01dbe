using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Text;

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
