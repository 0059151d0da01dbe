using System.Buffers;
using System.Text;

namespace CCHC.Pipeline.Intake.Formats;

/// <summary>
/// A cell as a reader of it sees it: what has no width is dropped (zero-width and direction marks, a byte order mark
/// in the middle of joined files), every kind of blank and a line break is a space, and the marks by which programs
/// keep a text from being changed (a leading apostrophe, ="…") are no part of it. U+202E stays: it turns round what is
/// seen, so that the text isn't what it looks like.
/// </summary>
internal static class SeenText
{
    private static readonly SearchValues<char> OddBlanks = SearchValues.Create("\u00A0\u00AD\uFEFF");
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        "\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF"
    );

    /// <summary>True where a text may hold what <see cref="Of"/> drops; two vectorised looks at all of it.</summary>
    public static bool IsOdd(ReadOnlySpan<char> text) => HasUnseen(text) || text.ContainsAny(OddBlanks);

    /// <summary>Likewise, but for blanks that may be letters in another encoding.</summary>
    public static bool HasUnseen(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u2000', '\u200F') || text.ContainsAnyInRange('\u2028', '\u206F');

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Unseen) && !HasOtherBlanks(text))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Unseen.Contains(c))
                continue;
            if (!char.IsWhiteSpace(c))
                seen.Append(c);
            else if (seen.Length > 0 && seen[^1] != ' ')
                seen.Append(' ');
        }
        return seen.ToString().AsSpan().TrimEnd(' ');
    }

    /// <summary>Without the apostrophe or the ="…" that only says: this is a text.</summary>
    public static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> text)
    {
        if (text[0] == '\'')
            return text[1..].TrimStart();
        return QuotedAfterEquals(text) is var (start, length) ? text.Slice(start, length).Trim() : text;
    }

    /// <summary>Where the text in ="…" stands: Excel's way to keep a number a text, and nothing that is computed.</summary>
    public static (int Start, int Length)? QuotedAfterEquals(ReadOnlySpan<char> text)
    {
        var isQuoted = text.Length >= 3 && text[0] == '=' && text[1] == '"' && text[^1] == '"';
        return isQuoted && !text[2..^1].Contains('"') ? (2, text.Length - 3) : null;
    }

    private static bool HasOtherBlanks(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c != ' ' && char.IsWhiteSpace(c))
                return true;
        }
        return false;
    }
}
