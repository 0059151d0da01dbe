using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// A header cell without what is not its name: footnote marks, the numbers of columns, the form of a date, colons.
/// Other words in parentheses belong to the name: "Ngày hẹn trả (kết quả)".
/// </summary>
internal static partial class HeaderText
{
    /// <summary>A longer text names no column.</summary>
    public const int Longest = 60;

    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static bool TryGet(ReadOnlySpan<char> text, Lexicon lexicon, out HeaderMeaning meaning)
    {
        meaning = default;
        if (text.Length is 0 or > Longest)
            return false;
        if (lexicon.Headers.TryGetAsWritten(text, out meaning))
            return true;
        var folded = Fold.Of(text);
        return lexicon.Headers.TryGetAsWritten(folded, out meaning)
            || (HasMarks(folded) && lexicon.Headers.TryGetAsWritten(WithoutMarks(folded), out meaning));
    }

    /// <summary>The folded name in a header cell.</summary>
    public static string Words(ReadOnlySpan<char> text)
    {
        var folded = Fold.Of(text);
        return HasMarks(folded) ? WithoutMarks(folded) : folded;
    }

    /// <summary>A header text fit to be shown: one line, not long.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var shown = Fold.Collapse(Fold.Nfc(text[..Math.Min(text.Length, 4 * Longest)]));
        return shown.Length <= Longest ? shown : string.Concat(shown.AsSpan(0, Longest), "…");
    }

    /// <summary>
    /// A heading that nobody knows may be told as it is: several words of known headings, nothing written as a name
    /// is. A header that has lost its line end holds a dossier (law 8).
    /// </summary>
    public static bool MayBeTold(string heading, Lexicon lexicon) =>
        lexicon.SoundsLikeHeader(heading)
        && heading.All(c =>
            char.IsLetter(c) || char.IsAsciiDigit(c) || c is ' ' or '(' or ')' or '/' or '-' or '.' or ',' or ':'
        )
        && !TwoDigits().IsMatch(heading)
        && !PersonalText.IsIn(heading)
        && !PersonalText.BeginsAsName(heading)
        && !PersonalText.HasCapitalInside(heading);

    /// <summary>Anything but letters and blanks.</summary>
    private static bool HasMarks(string folded)
    {
        foreach (var c in folded)
        {
            if (c != ' ' && !char.IsLetter(c))
                return true;
        }
        return false;
    }

    private static string WithoutMarks(string folded)
    {
        var words = Marks().Replace(folded.Replace('_', ' '), " ");
        words = Number().Replace(words, "").Replace('(', ' ').Replace(')', ' ');
        words = Slash().Replace(words, "/");
        return Fold.Collapse(words).Trim(':', '*', ';', '.', ',', '-', '+', ' ');
    }

    /// <summary>(*), (1), [2], (iv), (a), (dd/mm/yyyy hh:mm), (ngày/tháng/năm), and superior figures.</summary>
    [GeneratedRegex(
        @"[(\[] ?(\*+|[0-9]{1,2}|[ivx]{1,4}|[a-zđ]|(d{1,2}|m{1,2}|n{1,4}|t{1,2}|y{2,4}|h{1,2}|s{1,2}|g{1,2}|p{1,2}|ngày|tháng|năm|giờ|phút|ngay|thang|nam|gio|phut)([/.:, -]+(d{1,2}|m{1,2}|n{1,4}|t{1,2}|y{2,4}|h{1,2}|s{1,2}|g{1,2}|p{1,2}|ngày|tháng|năm|giờ|phút|ngay|thang|nam|gio|phut))+) ?[)\]]|[¹²³⁴⁵⁶⁷⁸⁹*]+",
        Plain
    )]
    private static partial Regex Marks();

    [GeneratedRegex(@"^ ?[0-9]{1,2}[.)] ?", Plain)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9]{2}", Plain)]
    private static partial Regex TwoDigits();

    [GeneratedRegex(" ?/ ?", Plain)]
    private static partial Regex Slash();
}
