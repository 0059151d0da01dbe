using System.Globalization;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Characters of cells one after another; a cell longer than any kept value is cut.</summary>
internal sealed class TextBuffer
{
    /// <summary>No kept value and no header is longer.</summary>
    public const int LongestCell = 512;

    /// <summary>Ends a cell that was cut, so that a date with a page of blanks and something else after it is no date.</summary>
    private const char Cut = '…';

    private readonly char[] chunk = new char[1024];

    public char[] Chars { get; private set; } = new char[4096];
    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => Chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Appends the reader's present text node to the cell that began at <paramref name="start"/>.</summary>
    /// <returns>Its length before any cut.</returns>
    public int Append(XmlReader xml, int start)
    {
        var length = 0;
        for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0; length += read)
            Append(chunk.AsSpan(0, read), start);
        return length;
    }

    public void Append(ReadOnlySpan<char> text, int start)
    {
        var room = LongestCell - (Length - start);
        var isCut = text.Length > room;
        if (isCut)
            text = text[..room];
        if (Length + text.Length > Chars.Length)
            Grow(text.Length);
        text.CopyTo(Chars.AsSpan(Length));
        Length += text.Length;
        if (isCut)
            Chars[Length - 1] = Cut;
    }

    /// <summary>Resolves _xHHHH_ from <paramref name="start"/> on: how XML writes characters it can't ([ECMA-376] 22.4.2.4).</summary>
    public void Unescape(int start)
    {
        var text = Chars.AsSpan(start, Length - start);
        if (text.IndexOf("_x") < 0)
            return;
        var (from, to) = (0, 0);
        while (from < text.Length)
        {
            var isEscape =
                text[from..] is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(
                    text.Slice(from + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out _
                );
            text[to++] = isEscape ? Character(text.Slice(from + 2, 4)) : text[from];
            from += isEscape ? 7 : 1;
        }
        Length = start + to;
    }

    private static char Character(ReadOnlySpan<char> hexadecimal)
    {
        var character = (char)ushort.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return char.IsControl(character) ? ' ' : character;
    }

    private void Grow(int more)
    {
        var chars = Chars;
        Array.Resize(ref chars, Math.Max(chars.Length * 2, Length + more));
        Chars = chars;
    }
}
