using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What a visitor reads on a page, without its menus, head and foot, and what of it a program can't read.</summary>
/// <param name="Title">Of the window, folded and without marks.</param>
/// <param name="Blocks">Its lines in their order.</param>
/// <param name="Chrome">The lines of its menus, head and foot.</param>
/// <param name="HasScripts">Scripts may bring what the answer itself lacks.</param>
/// <param name="HasUnread">Pictures, frames or files stand among the text.</param>
/// <param name="HasMorePages">It leads to further pages of the same list.</param>
/// <param name="AsksToSignIn">It has a field for a password.</param>
/// <param name="IsVietnamese">Its text has letters that no other language has.</param>
/// <param name="HasHints">A link's address or title speaks of the budget where its text doesn't.</param>
/// <param name="HasFiles">Files or frames, which may be the publication whatever they are called.</param>
/// <param name="IsHome">It is the site's first page, which sections follow.</param>
/// <param name="IsSearch">It shows what was searched for, not what there is.</param>
/// <param name="HasHidden">Parts that show only by a click, a choice or a script.</param>
/// <param name="Hides">Its own styles hide or strike out parts, nobody knows which.</param>
/// <param name="IsStruck">Something on it is struck out or marked as withdrawn.</param>
/// <param name="IsDecoded">False where bytes were no text in any encoding that was told.</param>
internal sealed partial record ReadablePage(
    string Title,
    IReadOnlyList<PageBlock> Blocks,
    IReadOnlyList<PageBlock> Chrome,
    bool HasScripts,
    bool HasUnread,
    bool HasMorePages,
    bool AsksToSignIn,
    bool IsVietnamese,
    bool HasHints,
    bool HasFiles,
    bool IsHome,
    bool IsSearch,
    bool HasHidden,
    bool Hides,
    bool IsStruck,
    bool IsDecoded
)
{
    public int Letters { get; } = Blocks.Sum(block => block.Words.Length);

    /// <summary>To another page by itself, or to more by what only a browser does.</summary>
    private static bool LeadsOn(IDocument document) =>
        document.QuerySelector("[onclick]") is not null
        || document
            .QuerySelectorAll("meta")
            .Any(meta => "refresh".Equals(meta.GetAttribute("http-equiv"), StringComparison.OrdinalIgnoreCase));

    private static bool HasBackgrounds(IDocument document) =>
        document
            .QuerySelectorAll("style")
            .Any(style => style.TextContent.Contains("url(", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null for a page that is built as nobody builds one: it isn't read.</summary>
    public static ReadablePage? Of(WebAnswer answer)
    {
        var (text, isDecoded) = PageEncoding.Decode(answer.Body.Span, answer.Charset);
        if (!PageDepth.IsReadable(text))
            return null;
        using var document = new HtmlParser().ParseDocument(text.AsMemory());
        var reader = new BlockReader(answer.Address);
        reader.Read(document.Body);
        return new(
            Fold.Bare(Fold.Of(document.Title ?? "")),
            reader.Blocks,
            reader.Chrome,
            document.Scripts.Length > 0,
            reader.HasUnread || HasBackgrounds(document),
            reader.HasMorePages || LeadsOn(document),
            document.QuerySelector("input[type=password]") is not null,
            reader.IsVietnamese,
            reader.HasHints,
            reader.HasFiles,
            Home().IsMatch(answer.Address.PathAndQuery),
            Search().IsMatch(answer.Address.PathAndQuery),
            HiddenParts.AreIn(document),
            reader.HidesText || HiddenParts.Hide(document),
            reader.IsStruck,
            isDecoded
        );
    }

    [GeneratedRegex(
        @"^/((index|default|home|trang-?chu)(\.\w{2,5})?/?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Home();

    [GeneratedRegex(
        @"tim-?kiem|search|[?&](q|s|k|key\w*|tu-?khoa)=",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Search();
}
