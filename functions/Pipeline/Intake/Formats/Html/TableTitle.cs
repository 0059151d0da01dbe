namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>The text above a table, its caption included: where Excel shows title rows.</summary>
internal static class TableTitle
{
    /// <summary>The nearest to the table is kept.</summary>
    private const int Longest = 400;

    public static string Above(HtmlPage page, TableExtent table)
    {
        var shown = new CellText(page.HardBlanksAreLetters);
        var tokens = new HtmlTokens(page.Text.Buffer, table.Before, table.End);
        var title = "";
        TokenKind kind;
        while ((kind = tokens.Next()) is not TokenKind.EndOfText)
        {
            if (tokens.Start >= table.Content && BeginsRow(kind, tokens.Tag))
                break;
            if (kind is TokenKind.Text)
                shown.Add(tokens.Text);
            else if (tokens.Tag is not Tag.Inline)
                title = Joined(title, shown);
        }
        return Joined(title, shown);
    }

    private static bool BeginsRow(TokenKind kind, Tag tag) =>
        kind is TokenKind.Start && (tag is Tag.Row || tag.IsCell());

    private static string Joined(string title, CellText shown)
    {
        if (shown.Length == 0)
            return title;
        var joined = $"{title} {shown.Present}".TrimStart();
        shown.Clear();
        return joined.Length <= Longest ? joined : joined[^Longest..];
    }
}
