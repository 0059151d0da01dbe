using CCHC.Pipeline.Kpis;

namespace CCHC.Cli.Printing;

/// <summary>The counts of domain.md §5 as one dossier's reasons.</summary>
internal static class CountWords
{
    /// <summary>Those of a dossier's counts on which a KPI rests, in order: "tiếp nhận trong kỳ, nộp trực tuyến".</summary>
    public static string Why(Kpi kpi, IEnumerable<Count> counts) =>
        string.Join(", ", Deciding(kpi, counts).Select(Of).Distinct(StringComparer.Ordinal));

    public static IEnumerable<Count> Deciding(Kpi kpi, IEnumerable<Count> counts)
    {
        var sums = (CountSum[])[kpi.Denominator, kpi.Numerator, kpi.Unknown];
        var asked = sums.SelectMany(sum => sum.Plus.Concat(sum.Minus)).ToHashSet();
        return counts.Where(asked.Contains);
    }

    private static string Of(Count count) =>
        count switch
        {
            Count.Received => "tiếp nhận trong kỳ",
            Count.ReceivedOnline => "nộp trực tuyến",
            Count.ReceivedInPerson => "nộp trực tiếp",
            Count.ReceivedPostal => "nộp qua bưu chính",
            Count.ReceivedUnknownChannel => "chưa rõ hình thức nộp",
            Count.CarriedOver => "từ kỳ trước chuyển sang",
            Count.Finished => "giải quyết xong trong kỳ",
            Count.Early => "trước hạn",
            Count.OnTime => "đúng hạn",
            Count.Overdue => "quá hạn",
            Count.Open => "đang giải quyết",
            Count.OpenInTime => "còn trong hạn",
            Count.OpenOverdue => "đã quá hạn",
            Count.Returned => "trả kết quả trong kỳ",
            Count.ReturnedPostal => "trả qua bưu chính",
            Count.ReturnedOnline => "trả trực tuyến",
            Count.ReturnedUnknownChannel => "chưa rõ hình thức trả",
            Count.Withdrawn => "công dân rút",
            Count.Extended => "đã gia hạn",
            Count.ReceivedLevel4 => "dịch vụ công toàn trình",
            Count.ReceivedLevel3 => "dịch vụ công một phần",
            Count.ReceivedLevel2 => "chỉ cung cấp thông tin",
            Count.ReceivedOnlineLevel4 => "nộp trực tuyến, toàn trình",
            Count.ReceivedOnlineLevel3 => "nộp trực tuyến, một phần",
            Count.FinishedUnknownDue or Count.OpenUnknownDue => "chưa rõ hạn trả (tệp không có cột hẹn trả)",
            Count.FinishedInferred => "ngày xong suy từ ngày của tệp",
            Count.ReceivedEligibleUnknownChannel => "có dịch vụ trực tuyến, chưa rõ hình thức nộp",
            Count.ReceivedDigitised => "đã số hóa",
            Count.ReceivedNotDigitised => "chưa số hóa",
            Count.ReceivedPaidOnline => "thanh toán trực tuyến",
            Count.ReceivedNotPaidOnline => "không thanh toán trực tuyến",
            Count.ReturnedUnknownDay => "đã trả, chưa rõ ngày trả",
        };
}
