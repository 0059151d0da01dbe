using System.Text;
using CCHC.Pipeline.Intake.Formats.Html;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What a visitor reads on a page: neither markup nor scripts; folded, so that marks and case don't matter.</summary>
/// <param name="Words">Folded and without marks: "cong khai du toan ngan sach nam 2022".</param>
/// <param name="ShowsMoreInBrowser">Scripts or frames may bring what the answer itself lacks.</param>
/// <param name="IsDecoded">False where bytes were no text in any encoding that was told.</param>
internal sealed record ReadablePage(string Words, bool ShowsMoreInBrowser, bool IsDecoded)
{
    public static ReadablePage Of(ReadOnlySpan<byte> body, string charset)
    {
        var (text, isDecoded) = PageEncoding.Decode(body, charset);
        var shown = new StringBuilder(text.Length / 4);
        var tokens = new HtmlTokens(text, 0, text.Length);
        var showsMore = false;
        for (var kind = tokens.Next(); kind is not TokenKind.EndOfText; kind = tokens.Next())
        {
            if (kind is TokenKind.Text)
                Append(shown, tokens.Text);
            else if (tokens.Tag is not Tag.Inline)
                shown.Append(' ');
            showsMore |= kind is TokenKind.Start && BringsMore(tokens);
        }
        return new(Fold.Bare(Fold.Of(shown.ToString())), showsMore, isDecoded);
    }

    private static bool BringsMore(HtmlTokens tokens) =>
        tokens.Tag is Tag.Frames
        || tokens.Name.Equals("script", StringComparison.OrdinalIgnoreCase)
        || tokens.Name.Equals("iframe", StringComparison.OrdinalIgnoreCase)
        || tokens.Name.Equals("frame", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder shown, ReadOnlySpan<char> written)
    {
        while (written.IndexOf('&') is >= 0 and var at)
        {
            shown.Append(written[..at]);
            written = written[at..];
            var (character, length) = Entities.At(written) ?? ('&', 1);
            shown.Append(new Rune(character).ToString());
            written = written[length..];
        }
        shown.Append(written);
    }
}
