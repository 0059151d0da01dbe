using System.Buffers;
using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// The characters of a dossier code cell. What nobody can see is dropped, and a dash that an editor put for a hyphen
/// is a hyphen, so that one dossier has one code. A character that only looks like another is never replaced: the
/// sender is told where it stands.
/// </summary>
internal static class CodeText
{
    private const string Cyrillic = "АВСЕНІЈКМОРЅТХУ";
    private const string LikeCyrillic = "ABCEHIJKMOPSTXY";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string LikeGreek = "ABEZHIKMNOPTYX";
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthStep = 0xFEE0;
    private static readonly SearchValues<char> Usual = SearchValues.Create(
        "-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );
    private static readonly SearchValues<char> Dashes = SearchValues.Create(
        "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D"
    );
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘`");
    private static readonly SearchValues<char> ZeroWidth = SearchValues.Create("\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>The code as it is seen; null where the cell holds nothing but usual characters.</summary>
    public static string? Seen(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Usual))
            return null;
        var rest = TrimInvisible(text);
        // Excel's mark of a text.
        if (!rest.IsEmpty && Apostrophes.Contains(rest[0]))
            rest = TrimInvisible(rest[1..]);
        var seen = new StringBuilder(rest.Length);
        foreach (var c in rest)
        {
            if (!ZeroWidth.Contains(c))
                seen.Append(Dashes.Contains(c) ? '-' : c);
        }
        return seen.ToString();
    }

    /// <summary>": ký tự thứ 11 là chữ Cyrillic giống chữ H" where that alone keeps a cell from being a code; else "".</summary>
    public static string Oddity(ReadOnlySpan<char> text)
    {
        if (text.Length > DossierCode.Longest || Seen(text) is not { } seen)
            return "";
        var (meant, odd) = (new StringBuilder(seen.Length), "");
        foreach (var c in seen)
        {
            var (like, kind) = Judge(c);
            if (kind.Length > 0 && odd.Length == 0)
                odd = $": ký tự thứ {(meant.Length + 1).ToString(CultureInfo.InvariantCulture)} là {kind}";
            meant.Append(like);
        }
        var isCode =
            meant.Length > 0
            && DossierCode.Parse(meant.ToString().Replace(" ", "", StringComparison.Ordinal), false) is not null;
        return isCode ? odd : "";
    }

    /// <summary>The character it may be taken for, and what it is if that is another.</summary>
    private static (char Like, string Kind) Judge(char c)
    {
        var upper = char.ToUpperInvariant(c);
        if (Cyrillic.IndexOf(upper, StringComparison.Ordinal) is >= 0 and var cyrillic)
            return (LikeCyrillic[cyrillic], $"chữ Cyrillic giống chữ {LikeCyrillic[cyrillic]}");
        if (Greek.IndexOf(upper, StringComparison.Ordinal) is >= 0 and var greek)
            return (LikeGreek[greek], $"chữ Hy Lạp giống chữ {LikeGreek[greek]}");
        if (c is >= FirstFullWidth and <= LastFullWidth)
            return ((char)(c - FullWidthStep), $"ký tự toàn khổ giống {(char)(c - FullWidthStep)}");
        if (char.IsDigit(c) && !char.IsAsciiDigit(c))
            return ('0', "chữ số không thuộc 0–9");
        if (char.IsWhiteSpace(c))
            return (' ', "khoảng trắng");
        return Invisible.Is(c) ? (' ', Invisible.Named(c)) : (c, "");
    }

    private static ReadOnlySpan<char> TrimInvisible(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Invisible.Is(c);
}
