using System.Buffers;

namespace CCHC.Pipeline.Intake.Formats.Html;

internal enum TokenKind : byte
{
    Text,
    Start,
    End,
    EndOfText,
}

/// <summary>
/// Splits HTML into texts and tags as the standard does (§13.2.5), over a part of a buffer and without allocating.
/// Comments, also conditional ones, declarations and the content of scripts are stepped over. Each character is
/// looked at a bounded number of times, whatever stands there.
/// </summary>
internal sealed class HtmlTokens(char[] buffer, int start, int end)
{
    /// <summary>No tag is longer, a picture within it included; beyond it the tag is taken for one that never ends.</summary>
    private const int LongestTag = 4 * 1024 * 1024;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");

    /// <summary>The element whose content, no markup, comes next.</summary>
    private (int Start, int Length, Tag Tag) verbatim;

    public int Position { get; set; } = start;

    /// <summary>Where the present token begins.</summary>
    public int Start { get; private set; }

    public Tag Tag { get; private set; }

    /// <summary>True when the text ended inside a tag, a comment or a script.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The present text.</summary>
    public ReadOnlySpan<char> Text => buffer.AsSpan(Start, Position - Start);

    /// <summary>The present tag's name as written.</summary>
    public ReadOnlySpan<char> Name => buffer.AsSpan(NameRange.Start, NameRange.Length);

    public (int Start, int Length) NameRange { get; private set; }

    /// <summary>The present start tag's attributes.</summary>
    public Attributes Attributes => new(buffer.AsSpan(NameRange.Start + NameRange.Length, Position - AfterName));

    private int AfterName => NameRange.Start + NameRange.Length;

    public TokenKind Next()
    {
        while (Position < end)
        {
            Start = Position;
            if (verbatim.Length > 0)
            {
                if (SkipVerbatim() is Tag.TextArea && Position > Start)
                    return TokenKind.Text;
                continue;
            }
            if (buffer[Position] != '<')
                return ReadText();
            var next = At(1);
            if (char.IsAsciiLetter(next))
                return ReadTag(TokenKind.Start, 1);
            if (next == '/' && char.IsAsciiLetter(At(2)))
                return ReadTag(TokenKind.End, 2);
            if (next is not ('!' or '?' or '/') || (next == '/' && Position + 2 >= end))
                return ReadText();
            SkipDeclaration();
        }
        Start = Position = end;
        return TokenKind.EndOfText;
    }

    private char At(int offset) => Position + offset < end ? buffer[Position + offset] : '\0';

    /// <summary>Up to the next bracket; the first character belongs to the text even if it is one.</summary>
    private TokenKind ReadText()
    {
        var length = buffer.AsSpan(Position + 1, end - Position - 1).IndexOf('<');
        Position = length < 0 ? end : Position + 1 + length;
        return TokenKind.Text;
    }

    private TokenKind ReadTag(TokenKind kind, int skip)
    {
        var rest = buffer.AsSpan(Position + skip, end - Position - skip);
        var length = rest.IndexOfAny(NameEnds);
        NameRange = (Position + skip, length < 0 ? rest.Length : length);
        Tag = Tags.Of(Name);
        SkipAttributes();
        if (IsCut)
            return Next();
        if (kind is TokenKind.Start && Tag.HasNoMarkup())
            verbatim = (NameRange.Start, NameRange.Length, Tag);
        return kind;
    }

    private void SkipAttributes()
    {
        var rest = buffer.AsSpan(AfterName, Math.Min(end - AfterName, LongestTag));
        var sign = rest.IndexOfAny('>', '"', '\'');
        if (sign >= 0 && rest[sign] == '>')
        {
            Position = AfterName + sign + 1;
            return;
        }
        var attributes = new Attributes(rest);
        while (attributes.Next()) { }
        IsCut = attributes.IsCut;
        Position = AfterName + attributes.Position;
    }

    /// <summary>To the end tag of the same name.</summary>
    private Tag SkipVerbatim()
    {
        var (start, length, tag) = verbatim;
        var name = buffer.AsSpan(start, length);
        verbatim = default;
        while (buffer.AsSpan(Position, end - Position).IndexOf("</") is >= 0 and var at)
        {
            Position += at;
            var rest = buffer.AsSpan(Position + 2, end - Position - 2);
            var isName = rest.StartsWith(name, StringComparison.OrdinalIgnoreCase);
            if (isName && rest.Length > length && NameEnds.Contains(rest[length]))
                return tag;
            Position += 2;
        }
        Position = end;
        IsCut = true;
        return tag;
    }

    /// <summary>A comment, or anything else that begins so and ends with the next bracket.</summary>
    private void SkipDeclaration()
    {
        if (At(1) == '!' && At(2) == '-' && At(3) == '-')
        {
            SkipComment();
            return;
        }
        var length = buffer.AsSpan(Position, end - Position).IndexOf('>');
        IsCut = length < 0;
        Position = IsCut ? end : Position + length + 1;
    }

    private void SkipComment()
    {
        Position += "<!--".Length;
        if (At(0) == '>' || (At(0) == '-' && At(1) == '>'))
        {
            Position += At(0) == '>' ? 1 : 2;
            return;
        }
        while (buffer.AsSpan(Position, end - Position).IndexOf("--") is >= 0 and var at)
        {
            Position += at;
            var length =
                At(2) == '>' ? 3
                : At(2) == '!' && At(3) == '>' ? 4
                : 0;
            Position += Math.Max(length, 1);
            if (length > 0)
                return;
        }
        Position = end;
        IsCut = true;
    }
}
