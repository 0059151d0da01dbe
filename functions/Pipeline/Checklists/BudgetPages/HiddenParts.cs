using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What of a page shows only by a click, a choice or a script, wherever it stands: it may be the publication.</summary>
internal static partial class HiddenParts
{
    private const string Holders =
        "canvas, select, datalist, details, dialog, template, slot, [role=tab], [role=tabpanel], [role=button], [aria-expanded], [aria-controls], [loading=lazy]";
    private static readonly string[] Containers = ["div", "ul", "ol", "table", "tbody", "section", "main", "article"];

    public static bool AreIn(IDocument document)
    {
        var hasScripts = document.Scripts.Length > 0;
        return document.QuerySelector(Holders) is not null
            || document.Descendants<IElement>().Any(element => IsHolder(element, hasScripts))
            || Hide(document);
    }

    /// <summary>A style of the page itself hides, or strikes out, what no attribute says.</summary>
    public static bool Hide(IDocument document) =>
        document.QuerySelectorAll("style").Any(style => Hiding().IsMatch(style.TextContent));

    private static bool IsHolder(IElement element, bool hasScripts) =>
        PageElements.IsHidden(element)
        || element.LocalName.Contains('-', StringComparison.Ordinal)
        || (element.ClassName is { Length: > 0 } name && Opened().IsMatch(name))
        || element.Attributes.Any(attribute => Loads().IsMatch(attribute.Name))
        || IsButton(element)
        || (element.LocalName is "script" && Filling().IsMatch(Fold.Bare(Fold.Of(element.TextContent))))
        || (hasScripts && IsEmpty(element));

    private static bool IsButton(IElement element) =>
        (element.LocalName is "button" || element.GetAttribute("type") is "button" or "submit" or "image")
        && !Searching().IsMatch(Fold.Bare(Fold.Of(element.GetAttribute("value") ?? element.TextContent)));

    /// <summary>A place that a script fills.</summary>
    private static bool IsEmpty(IElement element) =>
        Containers.Contains(element.LocalName, StringComparer.Ordinal)
        && (element.Id is not null || element.ClassName is not null)
        && element.FirstElementChild is null
        && string.IsNullOrWhiteSpace(element.TextContent);

    [GeneratedRegex("^(tim|tim kiem|search|dang nhap)$", Plain)]
    private static partial Regex Searching();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|line-through|content\s*:\s*[""']\w", Plain)]
    private static partial Regex Hiding();

    [GeneratedRegex(
        @"(^|[^a-z])(tabs?|tab-?(pane|content|panel)|accordion|collaps\w*|dropdown|modal|carousel|slider|lazy\w*|load-?more|spoiler|toggle|popup|paginat\w*|pager|paging)($|[^a-z])",
        Plain
    )]
    private static partial Regex Opened();

    [GeneratedRegex(
        @"^(data-\w*(src|url|href|load|target|toggle|page|content|file|path)\w*|hx-\w+|ng-\w+|v-\w+|srcdoc)$",
        Plain
    )]
    private static partial Regex Loads();

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan|cong khai|nsnn|fetch|ajax|xmlhttprequest|getjson|document\.write|innerhtml|\.load)(?!\w)",
        Plain
    )]
    private static partial Regex Filling();

    private const RegexOptions Plain =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
}
