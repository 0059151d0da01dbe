using CCHC.Pipeline.Intake.Formats.Html;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>Whether a page is nested as pages are: thousands of elements within one another are an attack or a wreck.</summary>
internal static class PageDepth
{
    private const int Deepest = 500;

    public static bool IsReadable(char[] text)
    {
        var tokens = new HtmlTokens(text, 0, text.Length);
        var depth = 0;
        for (var kind = tokens.Next(); kind is not TokenKind.EndOfText; kind = tokens.Next())
        {
            if (kind is TokenKind.Start && tokens.Tag is not (Tag.Void or Tag.Raw) && !MayStayOpen(tokens.Name))
                depth++;
            else if (kind is TokenKind.End && depth > 0 && !MayStayOpen(tokens.Name))
                depth--;
            if (depth > Deepest)
                return false;
        }
        return true;
    }

    /// <summary>Elements that the next one of their kind ends.</summary>
    private static bool MayStayOpen(ReadOnlySpan<char> name) =>
        name.Length <= 6
        && (ReadOnlySpan<char>)name.ToString().ToLowerInvariant()
            is "p"
                or "br"
                or "li"
                or "td"
                or "th"
                or "tr"
                or "dt"
                or "dd"
                or "option"
                or "tbody"
                or "thead";
}
