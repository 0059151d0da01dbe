using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// The words of which a page of a publication is made beside its titles: what it rests on, where it hangs, what columns and
/// files are called. A page that says anything else may speak of another body's budget, or of one to come.
/// </summary>
/// <param name="own">The unit's name without its kind, folded and without marks.</param>
internal sealed partial class ArticleWords(string own)
{
    private const int Longest = 1500;

    private static readonly FrozenSet<string> All = TitleWords
        .All.Union(
            KnownWords.Of(
                """
                can cu;luat;luat ngan sach nha nuoc;nghi dinh;thong tu;chinh phu;bo tai chinh;bo;tt;btc;nd;cp;qd;nq;quy dinh chi tiet;
                huong dan thi hanh;mot so dieu;dieu;khoa;ky hop thu;nhu sau;sau day;duoi day;sau;cac;cac bieu;noi dung;de;nhan dan;
                biet;giam sat;tru so;dang tai;trang;trang thong tin;thong tin dien tu;dien tu;cong thong tin;dinh kem;dinh kem theo;
                toan van;gom;bao gom;don vi;don vi tinh;dong;trieu dong;nghin dong;ngay dang;dang ngay;luot xem;luot tai;tai ve;
                tai xuong;xem;xem chi tiet;file;tep;pdf;doc;docx;xls;xlsx;ten;ten van ban;trich yeu;ky hieu;so ky hieu;ban hanh;
                ngay ban hanh;stt;loai;van ban;tai lieu;danh muc;quay lai;in trang;nay;tong;tong so;thoi gian;den
                """
            )
        )
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = All.Union(
            KnownWords.Of("hien;hien tai;hien nay;nao;muc;chuyen muc;trong;tren trang")
        )
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Quoting = SearchValues.Create("?\"“”«»");
    private readonly KnownWords known = new(own, All);
    private readonly KnownWords denials = new(own, Denials);

    public bool AreAll(string text) => text.Length <= Longest && known.AreAll(text);

    /// <summary>The page itself says so of this publication: no question, nobody else's words.</summary>
    public bool Denies(string text) =>
        !text.AsSpan().ContainsAny(Quoting) && denials.AreAll(BudgetWords.WithoutDenial(text));

    /// <summary>Withdrawn, to be replaced, to come, or no more than a draft.</summary>
    public static bool IsMarked(string text) => Marks().IsMatch(text);

    [GeneratedRegex(
        @"(?<!\w)(thu hoi|huy(?! dong)|bai bo|thay the|dinh chinh|het (hieu luc|han)|cho (duyet|dang|ky|xu ly|phe duyet)|chua (duyet|duoc duyet|chinh thuc)|ban nhap|(?<!thu )nhap|xem truoc|preview|draft|du thao|du kien|se|sap|de nghi|yeu cau|khan truong|da go|go bo|an bai|tam (dung|an|thoi)|vi du|minh hoa|thu nghiem|test)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Marks();
}
