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

    private static readonly FrozenSet<string> Known = """
        cong khai;cong bo;niem yet;du toan;quyet toan;ngan sach;nsnn;nsx;ns;nha nuoc;xa;phuong;thi tran;dac khu;cap xa;dia phuong;
        nam;quy;thang;dau;cuoi;dau nam;ca nam;ngay;so;so lieu;thuyet minh;bao cao;tinh hinh;ket qua;thuc hien;uoc thuc hien;thu;chi;
        thu chi;can doi;can doi thu;quyet dinh;thong bao;nghi quyet;to trinh;ve;viec;ve viec;v;va;cua;tai;cac;hdnd;ubnd;hoi dong nhan dan;
        uy ban nhan dan;bieu;bieu so;phu luc;kem theo;ck;tc;cktc;tc nsnn;phe chuan;phe duyet;quyet dinh giao;da;duoc;da duoc;trinh;tren;
        tren dia ban;dieu chinh;bo sung;phan bo;giao;chi tiet;tong hop;linh vuc;dau tu;dau tu phat trien;chi thuong xuyen;
        thuong xuyen;xdcb;nguon von;khoan;cac khoan;theo;lan;ky;nien do;chinh quyen;van phong
        """.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(
        StringComparer.Ordinal
    );

    private readonly Regex? ownName = own.Length == 0 ? null : OwnName(own);

    public bool AreAll(string title)
    {
        if (title.Length > Longest)
            return false;
        var rest = Signs().Replace(ownName?.Replace(title, " xa ") ?? title, " ");
        return IsTiled(
            Words().Matches(rest).Select(word => word.Value).Where(word => !Numbers().IsMatch(word)).ToList()
        );
    }

    private static bool IsTiled(List<string> words)
    {
        var reached = new bool[words.Count + 1];
        reached[0] = true;
        for (var at = 0; at < words.Count; at++)
        {
            for (var many = 1; reached[at] && many <= 4 && at + many <= words.Count; many++)
                reached[at + many] |= Known.Contains(string.Join(' ', words.Skip(at).Take(many)));
        }
        return reached[^1];
    }

    /// <summary>With the province's or district's behind it.</summary>
    private static Regex OwnName(string own) =>
        new(
            $@"(?<!\w)(xa|phuong|thi tran|dac khu) {Regex.Escape(own)}(?!\w)([ ,-]*(huyen|tinh|thanh pho|tp|thi xa) \w+ \w+)*",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        );

    /// <summary>"12/QĐ-UBND", "05/01/2022", "113/CK TC-NSNN".</summary>
    [GeneratedRegex(@"\d+(/[\w-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("^([0-9]{1,4}|[ivx]{1,4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
