using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>Walks a page and splits it into lines: its content, and its menus, head and foot.</summary>
/// <param name="address">Of the page.</param>
internal sealed class BlockReader(Uri address)
{
    /// <summary>A list's entry has its title and its day; what is longer is no entry but a part of the page.</summary>
    private const int LongestEntry = 400;

    /// <summary>Of Vietnamese every fourth or fifth letter is its own; of text in an encoding of old none.</summary>
    private const int FewestOfLetters = 50;
    private const string Inline =
        " a abbr b bdi bdo big cite code del em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup time tt u var wbr ";
    private const string Unseen = " script style noscript template head svg math object audio video ";
    private static readonly SearchValues<char> Vietnamese = SearchValues.Create(
        "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰ\u0300\u0301\u0303\u0309\u0323"
    );
    private readonly List<PageBlock> blocks = [];
    private readonly List<PageBlock> chrome = [];
    private readonly StringBuilder line = new();
    private IElement? entry;
    private string? title;
    private int vietnamese;
    private int letters;
    private (IElement? Entry, string Words, bool HasFile) told = (null, "", false);
    private BlockKind kind;
    private bool hasLink;
    private bool isFile;
    private bool isFigures;
    private bool isChrome;

    public IReadOnlyList<PageBlock> Blocks => blocks;
    public IReadOnlyList<PageBlock> Chrome => chrome;
    public bool HasUnread { get; private set; }
    public bool HasMorePages { get; private set; }
    public bool HasHints { get; private set; }
    public bool HasFiles { get; private set; }
    public bool IsStruck { get; private set; }

    /// <summary>It may be seen all the same, and take back what the rest says.</summary>
    public bool HidesText { get; private set; }
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
            ReadPart(element);
    }

    private void ReadPart(IElement element)
    {
        // Every site has a picture in its head.
        HasUnread |= !isChrome && PageElements.IsUnread(element);
        HasFiles |= PageElements.IsFile(element);
        HasMorePages |= PageElements.IsPager(element);
        HasHints = HasHints || LinkHints.Speaks(element, address);
        if (Unseen.Contains($" {element.LocalName} ", StringComparison.Ordinal))
            return;
        if (PageElements.IsHidden(element))
        {
            HidesText |= !string.IsNullOrWhiteSpace(element.TextContent);
            return;
        }
        IsStruck = IsStruck || PageElements.IsStruck(element);
        var (wasChrome, wasFigures) = (isChrome, isFigures);
        if (!isChrome && PageChrome.Is(element))
        {
            EndLine();
            isChrome = true;
        }
        if (!isChrome && !isFigures && FigureTable.Is(element))
        {
            EndLine();
            isFigures = true;
        }
        ReadElement(element);
        if (isChrome != wasChrome)
            EndLine();
        (isChrome, isFigures) = (wasChrome, wasFigures);
    }

    private void ReadElement(IElement element)
    {
        var isInline = Inline.Contains($" {element.LocalName} ", StringComparison.Ordinal);
        if (!isInline)
            EndLine();
        var isLink = element.LocalName is "a" && PageElements.Leads(element, address);
        // A link is a line of its own only where it is a title: within a sentence it is a word.
        var isTitle = isLink && line.ToString().AsSpan().Trim().IsEmpty;
        hasLink |= isLink;
        if (isTitle)
        {
            kind = PageElements.IsAway(element, address) ? BlockKind.Away : BlockKind.Link;
            isFile = PageElements.LeadsToFile(element);
        }
        if (element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "caption")
            kind = BlockKind.Heading;
        if (element.LocalName is "figcaption")
            kind = BlockKind.Caption;
        var (before, outer) = (kind, entry);
        entry = PageElements.IsEntry(element) ? element : entry ?? PageElements.Card(element);
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
            foreach (var letter in isChrome ? default : piece.Span)
                vietnamese += Vietnamese.Contains(letter) ? 1 : 0;
            letters += isChrome ? 0 : piece.Length;
        }
        var whole = Fold.Bare(Fold.Of(line.ToString()));
        if (whole.Length > 0)
            (isChrome ? chrome : blocks).Add(Block(whole));
        line.Clear();
        (title, kind, hasLink, isFile) = (null, BlockKind.Text, false, false);
    }

    private PageBlock Block(string whole)
    {
        var words = title is null ? whole : Fold.Bare(Fold.Of(title));
        var (all, hasFile) = isChrome ? (whole, false) : EntryOf(whole);
        return new(words.Length > 0 ? words : whole, kind, all)
        {
            Line = whole,
            HasLink = hasLink,
            IsFile = isFile,
            HasFile = hasFile,
            IsFigures = isFigures,
        };
    }

    /// <summary>A day in a box of its own is no part of the word before it.</summary>
    private static string TextOf(IElement entry) =>
        string.Join(' ', entry.Descendants<IText>().Select(text => text.Data));

    private (string Words, bool HasFile) EntryOf(string words)
    {
        if (entry is null)
            return (words, false);
        if (entry != told.Entry)
            told = (entry, Fold.Bare(Fold.Of(TextOf(entry))), PageElements.HoldsFile(entry));
        return told.Words.Length <= words.Length + LongestEntry ? (told.Words, told.HasFile) : (words, false);
    }
}
