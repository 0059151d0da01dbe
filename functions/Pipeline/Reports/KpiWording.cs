using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>A KPI's sum in a sentence, and what its numerator and denominator count.</summary>
internal static class KpiWording
{
    /// <summary>"Toàn huyện có 700 hồ sơ nộp trực tuyến trên tổng số 2.000 hồ sơ tiếp nhận trong kỳ …, tỷ lệ 35,00 %."</summary>
    public static string Whole(KpiRanking ranking, Territory territory) =>
        Whole(ranking.Kpi, ranking.Total, ranking.Undecided, territory);

    /// <summary>The same of a KPI that nobody has a target for.</summary>
    public static string Whole(Kpi kpi, Tally sum, Territory territory) =>
        Whole(kpi, kpi.Of(sum), kpi.Undecided.In(sum), territory);

    private static string Whole(Kpi kpi, Fraction total, int undecided, Territory territory)
    {
        var words = kpi.Words;
        var whole = UpperFirst(territory.Whole);
        var perhaps =
            undecided == 0 ? "" : $"{Vietnamese.Number(undecided)} {kpi.Undecided.Words}, không tính vào tỷ lệ.";
        if (total.Den + total.Unknown == 0)
            return perhaps.Length == 0 ? $"{whole} chưa ghi nhận {words.Among}." : $"{whole} có {perhaps}";
        var known = words.TellsUnknown(total) ? $" (đã xác định được {words.UnknownOf.Name})" : "";
        var unknown =
            total.Unknown == 0
                ? ""
                : $" Ngoài ra có {Vietnamese.Number(total.Unknown)} hồ sơ chưa xác định được {words.UnknownOf.Name}, không tính vào tỷ lệ.";
        return $"{whole} có {Vietnamese.Number(total.Num)} {words.Counted} trên tổng số {Vietnamese.Number(total.Den)} "
            + $"{words.Among}{known}{RateOf(total)}.{unknown}{(perhaps.Length == 0 ? "" : $" Ngoài ra có {perhaps}")}";
    }

    /// <summary>What a table's columns count.</summary>
    public static string Columns(Kpi kpi)
    {
        var words = kpi.Words;
        var unknown = $"; (5) chưa xác định được {words.UnknownOf.Name}, không tính vào tỷ lệ";
        var lower = kpi.Better switch
        {
            Better.Higher => "",
            Better.Lower => " Chỉ số này càng thấp càng tốt: chỉ tiêu là mức tối đa.",
        };
        return $"Cột (3): {words.Counted}; (4) {words.Among}, đã xác định được {words.UnknownOf.Name}{unknown}. "
            + "Cột (8), (9): số âm là số hồ sơ, số điểm phần trăm chưa đạt so với chỉ tiêu; số hồ sơ tính theo hướng có lợi nhất cho đơn vị "
            + "đối với hồ sơ chưa xác định. Cột (10), (11): tỷ lệ quý trước và mức tăng, giảm."
            + lower
            + " Tỷ lệ được làm tròn đến hai chữ số thập phân; việc đánh giá, xếp hạng căn cứ số hồ sơ chính xác.";
    }

    public static string UpperFirst(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string RateOf(Fraction figure) => figure.Den == 0 ? "" : $", tỷ lệ {figure.RateVietnamese}";
}
