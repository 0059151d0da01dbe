namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>A file's text in a pooled buffer.</summary>
internal sealed class DecodedText(char[] buffer, int length, string? encoding) : IDisposable
{
    public char[] Buffer { get; } = buffer;
    public int Length => length;

    /// <summary>As the receipt names it, e.g. "UTF-8 (BOM)"; null where the text is the image of undecoded bytes.</summary>
    public string? Encoding => encoding;

    /// <summary>True where characters that nobody sees may stand in it; an image's may be letters.</summary>
    public bool IsOdd { get; } = encoding is not null && SeenText.IsOdd(buffer.AsSpan(0, length));

    public ReadOnlySpan<char> Span => Buffer.AsSpan(0, length);

    /// <summary>The Unicode that fits: a byte order mark, else the pattern of UTF-16, else strict UTF-8.</summary>
    public static DecodedText? TryDecode(ReadOnlySpan<byte> content)
    {
        if (Unicode.Mark(content) is var (kind, skip))
            return Decode(WithoutMarks(content, skip), kind, Unicode.NameOf(kind) + " (BOM)");
        var unmarked = Unicode.GuessKind(content);
        return Decode(content, unmarked, Unicode.NameOf(unmarked));
    }

    /// <summary>The Windows-1252 image of the bytes, to be recoded once it is split into cells.</summary>
    public static DecodedText ImageOf(ReadOnlySpan<byte> content)
    {
        var buffer = TextBuffers.Rent(content.Length);
        Windows1252.Decode(content, buffer);
        return new DecodedText(buffer, content.Length, null);
    }

    public void Dispose() => TextBuffers.Return(Buffer);

    /// <summary>Programs that add the mark to what has one leave two.</summary>
    private static ReadOnlySpan<byte> WithoutMarks(ReadOnlySpan<byte> content, int length)
    {
        var mark = content[..length];
        while (content.StartsWith(mark))
            content = content[length..];
        return content;
    }

    private static DecodedText? Decode(ReadOnlySpan<byte> content, UnicodeKind kind, string name)
    {
        var buffer = TextBuffers.Rent(content.Length);
        if (Unicode.TryDecode(content, kind, buffer, out var length))
            return new DecodedText(buffer, length, name);
        TextBuffers.Return(buffer);
        return null;
    }
}
