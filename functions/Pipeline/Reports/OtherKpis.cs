using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>What the report says of the whole area besides targets: handling, online by service level, public post (domain.md §1, S2, S4, S10).</summary>
internal static class OtherKpis
{
    public static Kpi OnTime { get; } = KpiCatalogue.Find("on-time")!;
    public static Kpi OverdueOpen { get; } = KpiCatalogue.Find("overdue-open")!;
    public static Kpi PostalReturn { get; } = KpiCatalogue.Find("postal-return")!;
    private static Kpi FullyOnline { get; } = KpiCatalogue.Find("fully-online")!;

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Part("Các chỉ số khác (không giao chỉ tiêu trong kỳ)");
        body.Dashes(Sentences(results));
        body.Say($"Chi tiết từng đơn vị tại {OtherKpiTable.Name(results)}, Phụ lục I.");
    }

    /// <summary>KPIs that have a target are told of elsewhere.</summary>
    public static IEnumerable<string> Sentences(QuarterResults results) =>
        [
            .. Untargeted(results, OnTime),
            .. Untargeted(results, OverdueOpen),
            Whole(OnlineLevel.Four, results),
            Whole(OnlineLevel.Three, results),
            .. Unknown(results.Sum),
            .. Untargeted(results, PostalReturn),
        ];

    /// <summary>Dossiers whose level is unknown: they belong to no level's rate.</summary>
    public static int LevelUnknown(Tally tally) => FullyOnline.Of(tally).Unknown;

    private static IEnumerable<string> Untargeted(QuarterResults results, Kpi kpi) =>
        results.Rankings.Any(ranking => ranking.Kpi.Id == kpi.Id)
            ? []
            : [KpiWording.Whole(kpi, results.Sum, results.Territory)];

    private static string Whole(OnlineLevel level, QuarterResults results)
    {
        var figure = level.Of(results.Units);
        var whole = KpiWording.UpperFirst(results.Territory.Whole);
        var among = $"hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến {level.Name}";
        if (figure.Den == 0)
            return $"{whole} chưa ghi nhận {among}.";
        if (figure.IsUnknown)
            return $"{whole} có {Vietnamese.Number(figure.Den)} {among}; chưa đủ dữ liệu về hình thức nộp để tính tỷ lệ nộp trực tuyến.";
        var (counted, rate) = figure.IsExact
            ? ("hồ sơ nộp trực tuyến", figure.Least)
            : ("hồ sơ đã xác định được là nộp trực tuyến", $"trong khoảng từ {figure.Least} đến {figure.Greatest}");
        return $"{whole} có {Vietnamese.Number(figure.Num)} {counted} trên tổng số {Vietnamese.Number(figure.Den)} {among}, tỷ lệ {rate}.";
    }

    private static IEnumerable<string> Unknown(Tally sum)
    {
        if (sum[Count.ReceivedEligibleUnknownChannel] is > 0 and var channel)
            yield return $"Trong số hồ sơ mức độ 3 và mức độ 4 nêu trên có {Vietnamese.Number(channel)} hồ sơ chưa xác định được hình thức nộp; "
                + "số này chỉ tổng hợp được chung cho hai mức độ nên tỷ lệ nộp trực tuyến của từng mức độ có thể chỉ xác định được trong một khoảng.";
        if (LevelUnknown(sum) is > 0 and var level)
            yield return $"Có {Vietnamese.Number(level)} hồ sơ tiếp nhận trong kỳ chưa xác định được mức độ dịch vụ công trực tuyến, không tính vào tỷ lệ của mức độ nào.";
    }
}
