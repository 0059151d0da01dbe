using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The foot of a page and what a printer stamps on it: "Trang 1/3", "Ngày in: 15/03/2022 08:00".</summary>
internal static partial class PageWords
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>The first cell begins so; what stands beside it belongs to it.</summary>
    public static bool Are(RowTexts cells)
    {
        var isPage = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var text = Fold.Of(cells[i]);
            var says = Page().IsMatch(text);
            if (!says && !(isPage && Rest().IsMatch(text)) && cells.Count > 1)
                return false;
            isPage |= says;
        }
        return isPage;
    }

    [GeneratedRegex(
        @"^[-–—(]? ?((trang|page|tờ)( số)? ?:? ?[0-9]{1,4}( ?(/|of|trên) ?[0-9]{1,4})?|[0-9]{1,4} ?/ ?[0-9]{1,4}) ?[-–—)]?$|^\(?(tiếp theo|còn tiếp|tiếp theo trang trước)\)?$|^\(?từ ngày .* đến (hết )?ngày |^(ngày in|ngày kết xuất|ngày xuất|ngày lập|in ngày|in lúc|xuất ngày|xuất lúc|thời gian in|thời gian xuất|thời điểm in|thời điểm xuất|giờ in|người in|người xuất|người kết xuất)( báo cáo| dữ liệu| tệp)? ?(:|[0-9]|$)",
        Plain
    )]
    private static partial Regex Page();

    /// <summary>A date, a time or a number beside "Ngày in:".</summary>
    [GeneratedRegex("^[0-9 /:.-]{1,24}$", Plain)]
    private static partial Regex Rest();
}
