using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// A publication that a program may tell: an article's title over a table of figures or a file, or the entry of a list that
/// has a file or a day, on a page whose content says nothing else. Whatever else it says may take it back, put it off or
/// give it to somebody else.
/// </summary>
internal sealed partial class Publication(ReadablePage page, NamedPlaces places, int year)
{
    private readonly string wanted = year.ToString(CultureInfo.InvariantCulture);
    private readonly bool hasFiguresOfYear = page.Blocks.Any(block =>
        block.IsFigures && BudgetWords.Names(block.Line, year.ToString(CultureInfo.InvariantCulture))
    );
    private readonly TitleWords titles = new(places.Own);
    private readonly ArticleWords article = new(places.Own);

    /// <summary>Its title; null where there is none, or doubt.</summary>
    public PageBlock? Title(IReadOnlyList<(PageBlock Block, LineSays Says)> said)
    {
        if (page.IsStruck || page.Hides || places.NamesAnother(page.Title) || ArticleWords.IsMarked(page.Title))
            return null;
        if (BudgetWords.IsOfAnother(page.Title) || page.Chrome.Any(IsAnothers))
            return null;
        if (!said.All(line => Fits(line.Block, line.Says)))
            return null;
        var body = said.ToList().FindLastIndex(line => line.Block.IsFigures || IsFileOfIt(line.Block));
        return said.Where((line, at) => line.Says is LineSays.Publishes && IsTitle(line.Block, hasBody: at < body))
            .Select(line => line.Block)
            .FirstOrDefault();
    }

    /// <summary>A head that names a school, another commune, or says that this is a draft.</summary>
    private bool IsAnothers(PageBlock line) =>
        BudgetWords.IsOfBody(line.Line) || places.NamesAnother(line.Line) || Draft().IsMatch(line.Line);

    private bool Fits(PageBlock block, LineSays says)
    {
        if (ArticleWords.IsMarked(block.Line))
            return false;
        if (block.IsFigures)
            return !BudgetWords.IsOfAnother(block.Line)
                && !places.NamesAnother(Share().Replace(block.Line, " "))
                && IsOfYear(block.Line, isAllowed: true);
        if (block.Kind is BlockKind.Link or BlockKind.Away)
            return says is LineSays.Nothing or LineSays.Publishes or LineSays.OtherYear or LineSays.NoYear;
        return IsFoot(block) || (article.AreAll(block.Line) && IsOfYear(block.Line, isAllowed: false));
    }

    /// <summary>A line without a year is of no other; in a table the year before stands beside the wanted one.</summary>
    private bool IsOfYear(string words, bool isAllowed)
    {
        var years = BudgetWords.Years(words);
        return years.Count == 0 || years.Contains(wanted) || (isAllowed && hasFiguresOfYear);
    }

    private bool IsFoot(PageBlock block) =>
        block.Kind is BlockKind.Text && Foot().IsMatch(block.Line) && !places.NamesAnother(block.Line);

    private bool IsTitle(PageBlock block, bool hasBody) =>
        block.Kind switch
        {
            BlockKind.Link => IsDocument(block),
            BlockKind.Text or BlockKind.Heading => hasBody && !block.IsFigures,
            BlockKind.Away or BlockKind.Caption => false,
        }
        && titles.AreAll(block.Words)
        && !places.NamesAnother(block.Words);

    private bool IsDocument(PageBlock block)
    {
        if (!article.AreAll(block.Line) || !article.AreAll(block.Entry))
            return false;
        var at = block.Entry.IndexOf(block.Words, StringComparison.Ordinal);
        // A site's clock stands before a title, the day of an entry behind it, or in a column of its own.
        return block.IsFile
            || block.HasFile
            || (at >= 0 && BudgetWords.HasDay(block.Entry[(at + block.Words.Length)..]));
    }

    private bool IsFileOfIt(PageBlock block) =>
        block is { Kind: BlockKind.Link, IsFile: true }
        && IsOfYear(block.Line, isAllowed: false)
        && (article.AreAll(block.Line) || article.AreAll(Between().Replace(block.Words, " ")));

    [GeneratedRegex(@"^(©|ban quyen|dia chi|dien thoai|e-?mail|co quan chu quan|chiu trach nhiem)(?!\w)", Plain)]
    private static partial Regex Foot();

    /// <summary>"Các khoản thu xã hưởng 100%" names no commune.</summary>
    [GeneratedRegex(@"(?<!\w)xa (duoc )?huong (\d|theo|toan)", Plain)]
    private static partial Regex Share();

    [GeneratedRegex(
        @"(?<!\w)(ban nhap|xem truoc|preview|cho duyet|chua duyet|(da|bi) (thu hoi|huy)|het hieu luc)(?!\w)",
        Plain
    )]
    private static partial Regex Draft();

    [GeneratedRegex("[-_+.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
