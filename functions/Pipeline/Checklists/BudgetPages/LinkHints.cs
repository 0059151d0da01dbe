using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What an element says of the budget beside its text: in a title, or in where it leads.</summary>
internal static partial class LinkHints
{
    private static readonly string[] Told = ["title", "aria-label", "alt"];

    public static bool Speaks(IElement element, Uri page) =>
        (Told.Any(name => IsOfBudget(element.GetAttribute(name))) || IsOfBudget(WhereTo(element, page)))
        && !Budget().IsMatch(Fold.Bare(Fold.Of(element.TextContent)));

    private static bool IsOfBudget(string? text) => text is not null && Budget().IsMatch(Fold.Bare(Fold.Of(text)));

    /// <summary>Another page of the same site, its path as words; pages lead to themselves to be shared.</summary>
    private static string? WhereTo(IElement element, Uri page) =>
        element.LocalName is "a"
        && Uri.TryCreate(page, element.GetAttribute("href"), out var target)
        && target.Host == page.Host
        && target.AbsolutePath != page.AbsolutePath
            ? Between().Replace(Uri.UnescapeDataString(target.AbsolutePath), " ")
            : null;

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan|nsnn|cktc|ck ?ns\w*|niem yet|cong khai (nam|quy|tai chinh|\d+)|bieu (so )?\d+)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Budget();

    [GeneratedRegex("[-_+./]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
