using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What an element of a page is to whoever looks for a publication.</summary>
internal static partial class PageElements
{
    private const int MostInCard = 60;

    public static bool IsEntry(IElement element) => element.LocalName is "li" or "tr" or "article" or "dl";

    /// <summary>An entry that is made of boxes: one title within.</summary>
    public static IElement? Card(IElement element)
    {
        if (element.LocalName is not "div")
            return null;
        var within = element.Descendants<IElement>().Take(MostInCard).ToList();
        var links = within.Count(inner => inner.LocalName is "a" && inner.HasAttribute("href"));
        return within.Count < MostInCard && links == 1 ? element : null;
    }

    public static bool HoldsFile(IElement entry) => entry.Descendants<IElement>().Take(MostInCard).Any(LeadsToFile);

    /// <summary>To another page than the one that is read.</summary>
    public static bool Leads(IElement element, Uri page) =>
        element.GetAttribute("href") is { Length: > 0 } target
        && target[0] != '#'
        && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        && !(Uri.TryCreate(page, target, out var to) && to.Host == page.Host && to.PathAndQuery == page.PathAndQuery);

    public static bool IsAway(IElement link, Uri page) =>
        Uri.TryCreate(page, link.GetAttribute("href"), out var target)
        && !AddressRules.IsSameOrigin(target, page)
        && !target.Host.Equals(page.Host, StringComparison.OrdinalIgnoreCase);

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.LocalName is "dialog"
        || (element.LocalName is "details" && !element.HasAttribute("open"))
        || (element.ClassName is { Length: > 0 } name && HiddenName().IsMatch(name))
        || (element.GetAttribute("style") is { Length: > 0 } style && HidingStyle().IsMatch(style));

    /// <summary>What its publisher took back, but left to be read.</summary>
    public static bool IsStruck(IElement element) =>
        element.LocalName is "s" or "del" or "strike"
        || (element.ClassName is { Length: > 0 } name && StruckName().IsMatch(name))
        || (
            element.GetAttribute("style") is { Length: > 0 } style
            && style.Contains("line-through", StringComparison.OrdinalIgnoreCase)
        );

    public static bool LeadsToFile(IElement element) =>
        element.LocalName is "a" && element.GetAttribute("href") is { } target && File().IsMatch(target);

    /// <summary>Whatever it is called, it may be the publication.</summary>
    public static bool IsFile(IElement element) =>
        element.LocalName is "iframe" or "frame" or "embed" or "object"
        || LeadsToFile(element)
        || (
            element.LocalName is "a"
            && (
                element.HasAttribute("download")
                || element.GetAttribute("href") is { } target && Handler().IsMatch(target)
            )
        );

    /// <summary>A picture may be a scan, a frame or a file may be the whole publication.</summary>
    public static bool IsUnread(IElement element) =>
        IsFile(element)
        || element.LocalName switch
        {
            "canvas" or "video" or "audio" => true,
            "svg" => element.QuerySelector("text, image") is not null,
            "img" => !IsIcon(element),
            _ => element.GetAttribute("style") is { } style
                && style.Contains("url(", StringComparison.OrdinalIgnoreCase),
        };

    private static bool IsIcon(IElement image) =>
        int.TryParse(image.GetAttribute("width"), CultureInfo.InvariantCulture, out var width)
        && width is > 0 and <= 48;

    public static bool IsPager(IElement element) =>
        element.LocalName is "a"
        && (
            element.GetAttribute("rel") is "next"
            || MoreOf().IsMatch(Fold.Bare(Fold.Of(element.TextContent)).TrimEnd('.', '…', ' '))
        );

    [GeneratedRegex(
        @"^((xem|hien thi|tai|doc) them|xem tiep|trang (sau|tiep|cuoi|\d+)|tiep theo|tiep|sau|cuoi|next|last|older|(tin |bai )?cu hon|»|›|>|>>|[2-9]|[1-9]\d{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MoreOf();

    [GeneratedRegex(
        @"\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|tiff?|gif|odt|ods|csv|rtf)($|[?#&])|drive\.google|docs\.google",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex File();

    /// <summary>Programs of a site that give out files: "/Download.ashx?f=3", "/vb.aspx?id=12", "/tai-ve/7".</summary>
    [GeneratedRegex(
        @"\.(ashx|axd|cgi)|(^|/)(tai-?(ve|xuong|lieu)|download\w*|vb\w*|van-?ban\w*|attach\w*|dinh-?kem|te?p|files?|get\w*|view\w*|uploads?|documents?|media)([./?-]|$)|[?&](\w*id|file|doc|vb|download|path|url|f)=",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Handler();

    [GeneratedRegex(
        @"(^|\s)(hidden|hide|d-none|is-hidden|collapse|collapsed|invisible|sr-only|visually-hidden)($|\s)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HiddenName();

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(?!\.?\d*[1-9])|(font-size|height|width)\s*:\s*0(?![.\d])|(text-indent|left|top)\s*:\s*-\d{3}|clip(-path)?\s*:",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HidingStyle();

    [GeneratedRegex(
        @"(^|[^a-z])(deleted|strike\w*|line-through|draft|pending|expired|revoked|withdrawn|archived|thu-hoi|het-hieu-luc)($|[^a-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StruckName();
}
