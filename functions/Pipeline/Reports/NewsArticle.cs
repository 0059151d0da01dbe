using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Reports;

/// <summary>A part of the article under its own small title.</summary>
public sealed record NewsPart(string Title, IReadOnlyList<string> Paragraphs);

/// <summary>A draft for the portal of the district or province: its own figures and counts (domain.md §1, S13).</summary>
public sealed record NewsArticle(string Headline, string Lead, IReadOnlyList<NewsPart> Parts)
{
    /// <summary>Stands above the article in every format.</summary>
    public const string Draft =
        "BẢN DỰ THẢO TIN – chưa duyệt, chưa đăng. Số và ngày của công văn do người biên tập bổ sung sau khi ban hành.";

    public static NewsArticle Compose(QuarterResults results, bool nameUnits)
    {
        var (territory, authority) = (results.Territory, results.Authority);
        var below = results.Units.Count(unit => unit.Standing() is UnitStanding.Below);
        var place = authority.Head.EndsWith(territory.Name, StringComparison.Ordinal)
            ? $"{KpiWording.UpperFirst(territory.Name)}: "
            : "";
        var subject = below > 0 ? "Chấn chỉnh công tác" : "Kết quả kiểm tra công tác";
        var through = below > 0 ? " qua kết quả kiểm tra" : "";
        return new(
            $"{place}{subject} cải cách hành chính{through} {results.PeriodName}",
            LeadOf(results, below),
            [
                new("Kết quả kiểm tra", NewsFindings.Figures(results)),
                new("Những mặt làm được", NewsFindings.Praise(results, nameUnits)),
                new("Những hạn chế", NewsFindings.Shortcomings(results, nameUnits)),
                new("Yêu cầu đối với các đơn vị", NewsOrders.Of(results)),
                new("Thời gian tới", [Next(results)]),
            ]
        );
    }

    private static string LeadOf(QuarterResults results, int below)
    {
        var (territory, units) = (results.Territory, results.Units.Count);
        var found =
            below > 0
                ? $"{results.Authority.Head} yêu cầu {territory.Count(below, units)} còn hạn chế khắc phục ngay, đồng thời tiếp tục phát huy kết quả đã đạt được."
                : "không có đơn vị nào bị đánh giá chưa đạt chỉ tiêu, tiêu chí được giao.";
        return $"Qua kiểm tra, đánh giá công tác cải cách hành chính {results.PeriodName} đối với {territory.Count(units)}, {found}";
    }

    private static string Next(QuarterResults results)
    {
        var next = results.Period.Key is { Kind: PeriodKind.Quarter } key
            ? $" {Vietnamese.Name((key with { Ordinal = key.Ordinal + 1 }).In(results.Units[0].Scheme))}"
            : " tới";
        return $"{results.Authority.FollowUpOffice} theo dõi, đôn đốc việc thực hiện, tổng hợp báo cáo {results.Authority.HeadShort}. "
            + $"Kết quả khắc phục sẽ được xem xét tại kỳ đánh giá{next}.";
    }
}
