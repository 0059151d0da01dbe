using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// The words of which titles of a publication are made, besides the unit's own name. Whatever else is said (who praises
/// it, asks for it, publishes it too) takes all shapes, so that a title with any other word is for people to read.
/// </summary>
/// <param name="own">The unit's name without its kind, folded and without marks.</param>
internal sealed partial class TitleWords(string own)
{
    private const int Longest = 300;

    public static readonly FrozenSet<string> All = KnownWords.Of(
        """
        cong khai;cong bo;niem yet;du toan;quyet toan;ngan sach;nsnn;nsx;ns;nha nuoc;xa;phuong;thi tran;dac khu;cap xa;dia phuong;
        nam;thang;dau;cuoi;dau nam;ca nam;ngay;so;so lieu;thuyet minh;bao cao;tinh hinh;ket qua;thuc hien;uoc thuc hien;thu;chi;
        thu chi;can doi;can doi thu;quyet dinh;thong bao;nghi quyet;ve;viec;ve viec;v;va;cua;tai;hdnd;ubnd;hoi dong nhan dan;
        uy ban nhan dan;bieu;bieu so;phu luc;kem theo;ck;tc;cktc;tc nsnn;phe chuan;phe duyet;quyet dinh giao;da;duoc;da duoc;tren;
        tren dia ban;dieu chinh;bo sung;phan bo;giao;chi tiet;tong hop;linh vuc;dau tu;dau tu phat trien;chi thuong xuyen;
        thuong xuyen;xdcb;nguon von;khoan;cac khoan;theo;lan;ky;nien do;chinh quyen
        """
    );

    private readonly KnownWords known = new(own, All);

    /// <summary>It says that something is published, not how the publishing goes.</summary>
    public bool AreAll(string title) =>
        title.Length <= Longest && known.AreAll(title) && Form().IsMatch(string.Join(' ', known.In(title)));

    /// <summary>
    /// "Quyết định của UBND xã về việc công khai …", "Ngân sách xã … được công khai"; neither "Báo cáo kết quả công khai …"
    /// nor "Công khai tình hình công khai …".
    /// </summary>
    [GeneratedRegex(
        @"^((quyet dinh|thong bao|ve( viec)?|v v|so|cua|ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|xa|phuong|thi tran|dac khu|cap xa|nam|ngay|thang) )*(((ngan sach|nsnn|du toan|quyet toan|thu|chi|thu chi|nha nuoc|dia phuong|cap xa|xa|phuong|thi tran|dac khu|nam) )+(da )?duoc )?((cong bo|niem yet) )?cong khai( (?!(.* )?(cong khai|cong bo|niem yet)( |$)).*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
