using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What stands on every page of a site: menus, head and foot. It is no proof of anything.</summary>
internal static partial class PageChrome
{
    private const int FewestMenuWords = 2;
    private const int MostLookedAt = 120;
    private static readonly string[] Landmarks =
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "menu",
        "menubar",
        "complementary",
    ];

    /// <summary>What nearly every site's menu offers.</summary>
    private static readonly string[] MenuWords =
    [
        "trang chu",
        "gioi thieu",
        "lien he",
        "tin tuc",
        "so do cong",
        "so do site",
        "hoi dap",
        "thu vien",
        "dich vu cong",
        "van ban",
        "thu tuc hanh chinh",
        "to chuc bo may",
        "dang nhap",
        "gop y",
    ];

    public static bool Is(IElement element) =>
        element.LocalName is "nav" or "aside" or "menu" or "select" or "datalist" or "marquee"
        || (element.LocalName is "header" or "footer" && element.Closest("article, main") is null)
        || Landmarks.Contains(element.GetAttribute("role"), StringComparer.OrdinalIgnoreCase)
        || (element.LocalName is not ("body" or "main" or "html") && IsNamedSo(element))
        || (element.LocalName is "ul" or "ol" or "table" or "tr" && IsMenu(element));

    private static bool IsNamedSo(IElement element) =>
        (element.ClassName is { Length: > 0 } name && ChromeName().IsMatch(name))
        || (element.Id is { Length: > 0 } id && ChromeName().IsMatch(id));

    /// <summary>A list whose entries are those of a menu, whatever it is called.</summary>
    private static bool IsMenu(IElement element)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in element.Descendants<IElement>().Take(MostLookedAt).Where(inner => inner.LocalName is "a"))
        {
            var words = Fold.Bare(Fold.Of(link.TextContent));
            if (Array.IndexOf(MenuWords, words) >= 0)
                found.Add(words);
        }
        return found.Count >= FewestMenuWords;
    }

    /// <summary>As a part of a class or id: "main-menu", "navbar_left", "siteFooter".</summary>
    [GeneratedRegex(
        "(^|[^a-z])(menu|nav|navbar|navigation|breadcrumbs?|header|footer|top-?bar|bottom-?bar|side-?bar|copyright|banner|marquee|ticker|widget|portlet|search|login|dang-?nhap|chan-?trang|dau-?trang)($|[^a-z])|(Menu|Nav|Navbar|Breadcrumb|Header|Footer|Sidebar|Copyright|Banner|Login)($|[^a-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ChromeName();
}
