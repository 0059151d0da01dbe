using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// Which commune, ward, town or special zone a line names. Without capitals nobody knows where a name ends, so that what
/// goes on in words which no title of a publication has is another's name.
/// </summary>
/// <param name="unit">The unit's own name: "Xã Thường Phước 1".</param>
internal sealed partial class NamedPlaces(string unit)
{
    private const int LongestHead = 60;
    private readonly string own = Kind().Replace(Fold.Bare(Fold.Of(unit)), "", 1).Trim();

    /// <summary>Its name without its kind, folded and without marks.</summary>
    public string Own => own;

    /// <summary>True where a text, folded and without marks, names another than the unit.</summary>
    public bool NamesAnother(string words)
    {
        foreach (Match kind in Kind().Matches(words))
        {
            var rest = words.AsSpan(kind.Index + kind.Length).TrimStart();
            if (!GoesOn().IsMatch(rest) && !IsOwn(rest))
                return true;
        }
        return false;
    }

    /// <summary>A line that says whose the entries below it are, heading or not.</summary>
    public static bool Heads(PageBlock block) =>
        block.Kind is BlockKind.Heading || (block.Words.Length <= LongestHead && Head().IsMatch(block.Words));

    private bool IsOwn(ReadOnlySpan<char> rest) =>
        own.Length > 0 && rest.StartsWith(own, StringComparison.Ordinal) && Ends(rest[own.Length..].TrimStart());

    private static bool Ends(ReadOnlySpan<char> rest) => GoesOn().IsMatch(rest) || Within().IsMatch(rest);

    [GeneratedRegex(@"^((ubnd|uy ban nhan dan|hdnd) )?(xa|phuong|thi tran|dac khu) \w", Plain)]
    private static partial Regex Head();

    /// <summary>Neither "địa phương" nor "hợp tác xã", nor "thị xã", which is no commune.</summary>
    [GeneratedRegex(@"(?<!\w)(?<!dia )(?<!tac )(?<!thi )(xa|phuong|thi tran|dac khu)(?!\w)", Plain)]
    private static partial Regex Kind();

    /// <summary>
    /// No name: "xã năm 2022", "xã hội", "xã (biểu 113)", "xã 6 tháng đầu năm". Năm Căn, Tịnh Thới, Chợ Vàm and Đa Lộc
    /// begin with such words, too.
    /// </summary>
    [GeneratedRegex(
        @"^($|\W|(19|20)\d\d(?!\d)|\d+ thang|nam (\d|nay|hoc|ngan sach)|quy ([ivx]+|\d)|thang \d|khoa ([ivx]+|\d)|da (cong|niem|duoc|ban hanh)|ve (viec|cong khai|thu)|(cong khai|cong bo|niem yet|thong bao|quyet dinh|nghi quyet|duoc|theo|va|nay|hoi|ky hop|giai doan|thuc hien|ban hanh|phe duyet|phe chuan|du toan|quyet toan|ngan sach|can doi|thu,? chi|gom|bao gom|lan thu)(?!\w))",
        Plain
    )]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^(huyen|tinh|thanh pho|tp|thi xa|quan|thuoc)(?!\w)", Plain)]
    private static partial Regex Within();

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
