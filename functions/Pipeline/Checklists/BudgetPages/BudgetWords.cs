using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What a line says of the publication of a year's budget.</summary>
internal enum LineSays
{
    Nothing,

    /// <summary>That it is published.</summary>
    Publishes,

    /// <summary>That it isn't there, or not yet.</summary>
    Denies,

    /// <summary>It speaks of publishing, but of no publication: an order, a plan, another level's, a school's.</summary>
    SpeaksOfIt,

    /// <summary>Of other years only.</summary>
    OtherYear,

    /// <summary>Of no year.</summary>
    NoYear,
}

/// <summary>The words of a budget publication in one line of a page.</summary>
internal static partial class BudgetWords
{
    private const int LastMonth = 10;
    private static readonly (string Bare, string Written)[] Subjects =
    [
        ("ngan sach", "ngân sách"),
        ("du toan", "dự toán"),
        ("quyet toan", "quyết toán"),
    ];

    /// <summary>Those of a line as letters write them: "công khai", then its subjects; empty = it doesn't speak of it.</summary>
    public static IReadOnlyList<string> In(string words) =>
        Publication().IsMatch(words)
        && Subjects.Where(subject => words.Contains(subject.Bare, StringComparison.Ordinal)).ToList()
            is { Count: > 0 } found
            ? ["công khai", .. found.Select(subject => subject.Written)]
            : [];

    public static LineSays Of(PageBlock line, int year)
    {
        var speaks = In(line.Words).Count > 0;
        if (Denial().IsMatch(line.Words) && (speaks || IsShort(line.Words)))
            return LineSays.Denies;
        if (!speaks)
            return LineSays.Nothing;
        if (IsCut(line.Words) || IsLong(line) || Announcement().IsMatch(line.Words) || IsOfAnother(line.Words))
            return LineSays.SpeaksOfIt;
        var wanted = year.ToString(CultureInfo.InvariantCulture);
        // The year in the title goes before the day on which it was put there.
        var said = Years(line.Words);
        if (said.Count > 0 && !said.Contains(wanted))
            return IsOf(line.Entry, wanted) ? LineSays.SpeaksOfIt : LineSays.OtherYear;
        // Two years: whose budget it is, is for people to read.
        if (said.Count > 1)
            return LineSays.SpeaksOfIt;
        if (said.Count == 1)
            return LineSays.Publishes;
        return !IsOf(line.Entry, wanted) ? LineSays.NoYear
            : line.Kind is BlockKind.Link && IsOfItsDay(line) ? LineSays.Publishes
            : LineSays.SpeaksOfIt;
    }

    /// <summary>A settlement is published in a later year, a budget from November on mostly the next year's.</summary>
    private static bool IsOfItsDay(PageBlock line) =>
        !line.Words.Contains("quyet toan", StringComparison.Ordinal)
        && Day()
            .Matches(line.Entry)
            .All(day => int.Parse(day.Groups["month"].Value, CultureInfo.InvariantCulture) <= LastMonth);

    public static bool HasDay(string entry) => Day().IsMatch(entry);

    public static string WithoutDenial(string words) => Denial().Replace(words, " ");

    /// <summary>Of another level or body than the commune.</summary>
    public static bool IsOfAnother(string words) => OfAnother().IsMatch(words) || IsOfBody(words);

    public static bool IsOfBody(string words) => OfBody().IsMatch(words);

    /// <summary>The years it names, besides those of days and numbers.</summary>
    public static IReadOnlyList<string> Years(string words) =>
        [
            .. Year()
                .Matches(Day().Replace(Number().Replace(words, " "), " "))
                .Select(match => match.Value)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whether a line may mean the budget of that year in other words than ours: "CK NSNN xã năm 2022".</summary>
    public static bool MayMean(string words, string year) => Names(words, year) && Budget().IsMatch(words);

    public static bool Names(string words, string year) => Year().Matches(words).Any(match => match.Value == year);

    /// <summary>A title that goes on where nobody reads it: of which year, or whose budget, stands there.</summary>
    public static bool IsCut(string words) =>
        words.Contains("...", StringComparison.Ordinal) || words.Contains('…', StringComparison.Ordinal);

    /// <summary>A title is shorter; in a long sentence the words may stand for anything.</summary>
    private static bool IsLong(PageBlock line) => line.Kind is BlockKind.Text && line.Words.Length > 250;

    /// <summary>An entry has a day of that year.</summary>
    private static bool IsOf(string entry, string year) =>
        Day().Matches(entry).Any(day => day.Groups["year"].Value == year);

    /// <summary>"Chưa có bài viết nào." is a sentence of its own; in a long one it may be said of anything.</summary>
    private static bool IsShort(string words) => words.Length <= 80;

    /// <summary>"Công khai số liệu và thuyết minh tình hình thực hiện dự toán …" lies within.</summary>
    [GeneratedRegex(
        @"(?<!\w)(cong khai\W.{0,80}?(ngan sach|du toan|quyet toan)|(ngan sach|du toan|quyet toan)\W.{0,80}?cong khai)(?!\w)",
        Plain
    )]
    private static partial Regex Publication();

    [GeneratedRegex(
        @"(?<!\w)(chua (cong khai|cong bo|co (bai viet|bai|noi dung|du lieu|tin|so lieu|van ban|thong tin)|cap nhat|duoc (cap nhat|dang|cong khai)|dang tai)|khong co (bai viet|noi dung|du lieu|ket qua|tin|ban ghi|van ban)|khong tim thay|dang (duoc )?(cap nhat|xay dung|bo sung|hoan thien)|se (duoc )?(som )?(dang|cong khai|cong bo|cap nhat|bo sung)|khong cong khai|0 (ket qua|bai viet|ban ghi))(?!\w)",
        Plain
    )]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"(?<!\w)(se|ke hoach|thu hoi|hoan|tam hoan|huy|bai bo|thay the|thanh tra|kiem tra|giam sat|sap|dang ky|gop y|lay y kien|hop|hoi nghi|tuyen truyen|danh sach|khac phuc|giai doan|trung han|huong dan|tap huan|yeu cau|de nghi|nhac nho|don doc|chan chinh|tang cuong|kiem tra viec|chuan bi|du kien|du thao|quy dinh (ve )?(viec )?cong khai|hop ban|luat|thong tu|nghi dinh|cham|vi pham|xu ly|tai chinh|tu khoa|tags?|tim kiem)(?!\w)",
        Plain
    )]
    private static partial Regex Announcement();

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan)( (thu|chi|thu,? chi|thu chi))?( ngan sach)?( nha nuoc)?( dia phuong)?( cap| cua)? (huyen|tinh|thanh pho|thi xa|trung uong|quan)(?!\w)|(?<!\w)(ubnd|uy ban nhan dan) (huyen|tinh|thanh pho|thi xa|quan)(?!\w)",
        Plain
    )]
    private static partial Regex OfAnother();

    [GeneratedRegex(@"(?<!\w)truong (mam non|mau giao|tieu hoc|thcs|thpt|trung hoc|th|mn|pho thong)(?!\w)", Plain)]
    private static partial Regex OfBody();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>(19|20)\d\d)(?!\d)", Plain)]
    private static partial Regex Day();

    /// <summary>"số 2022/QĐ-UBND" is no year, "2022-2024" no year of its own.</summary>
    [GeneratedRegex(@"(?<!\w)so:? ?\d+/|(?<!\d)\d{1,5}/(qd|tb|bc|kh|cv|nq|tt|ubnd|hdnd)", Plain)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan|nsnn|ns xa|cktc|ck|thu,? chi|bieu (so )?\d+|tai chinh|budget)(?!\w)",
        Plain
    )]
    private static partial Regex Budget();

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", Plain)]
    private static partial Regex Year();

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
