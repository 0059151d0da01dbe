using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What may hold the publication under a name near its own, or behind a link that names nothing.</summary>
internal static partial class Neighbours
{
    private const int FewestWords = 3;

    /// <summary>True where a menu, a head or a foot leads to it, or calls it by a short name.</summary>
    public static bool InChrome(PageBlock line, string year) =>
        ShortName().IsMatch(line.Line)
        || (line.HasLink ? Name().IsMatch(line.Line) : BudgetWords.MayMean(Copyright().Replace(line.Line, ""), year));

    public static bool InContent(PageBlock line, LineSays says) =>
        ShortName().IsMatch(line.Line)
        || (line.HasLink && says is not LineSays.OtherYear && (Name().IsMatch(line.Line) || LeadsToIt(line)));

    /// <summary>"Tải về", "Xem", "Quyết định số 12/QĐ-UBND", another site.</summary>
    private static bool LeadsToIt(PageBlock line) =>
        line.Kind is BlockKind.Away || Paper().IsMatch(line.Line) || line.Words.AsSpan().Count(' ') + 1 < FewestWords;

    [GeneratedRegex(
        @"(?<!\w)(ck[ .-]?(tc|ns)\w*|cktc|nsnn|nsx|ns xa|mau (bieu|so)|bieu (so |mau )?\d+|tt[ -]?343|343/\d+|(tt|thong tu) (so )?343|niem yet|cong khai (nam|quy)|minh bach)(?!\w)|^((chuyen )?muc )?cong khai$",
        Plain
    )]
    private static partial Regex ShortName();

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan|tai chinh|ke toan|thu,? chi|tai san cong|cong khai (tai|thong tin|so lieu|cac|noi dung))(?!\w)",
        Plain
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(?<!\w)(tai (ve|day|xuong)|download|xem (van ban|tai|file|tep|chi tiet)|chi tiet|dinh kem|toan van|(quyet dinh|nghi quyet|thong bao|bao cao|to trinh|cong van) (so|ve|v/v|\d)|so:? ?\d+/)(?!\w)",
        Plain
    )]
    private static partial Regex Paper();

    [GeneratedRegex(@"(©|ban quyen|copyright)\D*(19|20)\d\d( ?- ?(19|20)\d\d)?", Plain)]
    private static partial Regex Copyright();

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
