using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>Walks a page's content and splits it into lines.</summary>
/// <param name="address">Of the page.</param>
internal sealed partial class BlockReader(Uri address)
{
    /// <summary>A list's entry has its title and its day; what is longer is no entry but a part of the page.</summary>
    private const int LongestEntry = 400;
    private const int MostInCard = 60;

    /// <summary>Of Vietnamese every fourth or fifth letter is its own; of text in an encoding of old none.</summary>
    private const int FewestOfLetters = 50;
    private const string Inline =
        " a abbr b bdi bdo big cite code em font i ins kbd label mark nobr o:p q s samp small span strong sub sup time tt u var wbr ";
    private const string Unseen = " script style noscript template head svg math object audio video ";
    private static readonly SearchValues<char> Vietnamese = SearchValues.Create(
        "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰ\u0300\u0301\u0303\u0309\u0323"
    );
    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder line = new();
    private IElement? entry;
    private string? title;
    private int vietnamese;
    private int letters;
    private (IElement? Entry, string Words) told = (null, "");
    private BlockKind kind;

    public IReadOnlyList<PageBlock> Blocks => blocks;
    public bool HasUnread { get; private set; }
    public bool HasMorePages { get; private set; }
    public bool HasHints { get; private set; }
    public bool HasFiles { get; private set; }
    public bool IsVietnamese => vietnamese * FewestOfLetters > letters;

    public void Read(INode? root)
    {
        if (root is not null)
            ReadNode(root);
        EndLine();
    }

    private void ReadNode(INode node)
    {
        if (node is IText text)
            line.Append(text.Data);
        else if (node is IElement element)
            ReadElement(element);
    }

    private void ReadElement(IElement element)
    {
        HasUnread |= IsUnread(element);
        if (Unseen.Contains($" {element.LocalName} ", StringComparison.Ordinal) || IsHidden(element))
            return;
        HasMorePages |= IsPager(element);
        if (PageChrome.Is(element))
        {
            EndLine();
            return;
        }
        HasFiles |= IsFile(element);
        HasHints = HasHints || LinkHints.Speaks(element, address);
        var isInline = Inline.Contains($" {element.LocalName} ", StringComparison.Ordinal);
        if (!isInline)
            EndLine();
        var isLink = element.LocalName is "a" && Leads(element);
        // A link is a line of its own only where it is a title: within a sentence it is a word.
        var isTitle = isLink && line.ToString().AsSpan().Trim().IsEmpty;
        if (isTitle)
            kind = IsAway(element) ? BlockKind.Away : BlockKind.Link;
        if (element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "caption")
            kind = BlockKind.Heading;
        var (before, outer) = (kind, entry);
        entry = IsEntry(element) ? element : entry ?? Card(element);
        foreach (var child in element.ChildNodes)
            ReadNode(child);
        // What stands behind it on its line (a day, how often it was seen) is none of the title.
        if (isTitle)
            title = line.ToString();
        if (!isInline)
        {
            kind = kind is BlockKind.Text ? before : kind;
            EndLine();
        }
        entry = outer;
    }

    private void EndLine()
    {
        foreach (var piece in line.GetChunks())
        {
            foreach (var letter in piece.Span)
                vietnamese += Vietnamese.Contains(letter) ? 1 : 0;
            letters += piece.Length;
        }
        var whole = Fold.Bare(Fold.Of(line.ToString()));
        if (whole.Length > 0)
        {
            var words = title is null ? whole : Fold.Bare(Fold.Of(title));
            blocks.Add(new(words.Length > 0 ? words : whole, kind, EntryOf(whole)));
        }
        line.Clear();
        title = null;
        kind = BlockKind.Text;
    }

    private string EntryOf(string words)
    {
        if (entry is null)
            return words;
        if (entry != told.Entry)
            told = (entry, Fold.Bare(Fold.Of(entry.TextContent)));
        var all = told.Words;
        return all.Length <= words.Length + LongestEntry ? all : words;
    }

    private static bool IsEntry(IElement element) => element.LocalName is "li" or "tr" or "article" or "dl";

    /// <summary>An entry that is made of boxes: one title within.</summary>
    private static IElement? Card(IElement element)
    {
        if (element.LocalName is not "div")
            return null;
        var within = element.Descendants<IElement>().Take(MostInCard).ToList();
        var links = within.Count(inner => inner.LocalName is "a" && inner.HasAttribute("href"));
        return within.Count < MostInCard && links == 1 ? element : null;
    }

    private static bool Leads(IElement element) =>
        element.GetAttribute("href") is { Length: > 0 } target
        && target[0] != '#'
        && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    private bool IsAway(IElement link) =>
        Uri.TryCreate(address, link.GetAttribute("href"), out var target)
        && !AddressRules.IsSameOrigin(target, address)
        && !target.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (
            element.GetAttribute("style") is { Length: > 0 } style
            && style
                .Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whatever it is called, it may be the publication.</summary>
    private static bool IsFile(IElement element) =>
        element.LocalName is "iframe" or "frame" or "embed" or "object"
        || (element.LocalName is "a" && element.GetAttribute("href") is { } target && File().IsMatch(target));

    /// <summary>A picture may be a scan, a frame or a file may be the whole publication.</summary>
    private static bool IsUnread(IElement element) =>
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

    private static bool IsPager(IElement element) =>
        element.LocalName is "a" && MoreOf().IsMatch(Fold.Bare(Fold.Of(element.TextContent)).TrimEnd('.', '…', ' '));

    [GeneratedRegex(
        @"^(xem them|xem tiep|trang (sau|tiep|cuoi)|tiep theo|tiep|sau|cuoi|next|last|»|›|>|>>|[2-9]|[1-9]\d{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MoreOf();

    [GeneratedRegex(
        @"\.(pdf|docx?|xlsx?|zip|rar|7z|jpe?g|png|tiff?|gif|odt|ods)($|[?#])|drive\.google|docs\.google",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex File();
}
