using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Each KPI that has a target: the whole area's figure, who reached it, who leads and who comes last, a chart; then the others.</summary>
internal static class KpiSection
{
    private const int MostNamed = 3;

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Kết quả thực hiện các chỉ tiêu");
        if (results.Rankings.Count == 0)
            body.Say("Trong kỳ chưa có chỉ tiêu nào được giao cho các đơn vị.");
        var charts = 0;
        foreach (var (index, ranking) in results.Rankings.Index())
        {
            body.Part(ranking.Kpi.Name);
            body.Say(KpiWording.Whole(ranking, results.Territory));
            body.Say($"{Reached(ranking, results.Territory)} {Ends(ranking)}{Details(index)}");
            foreach (var chart in RateChart.Of(ranking))
            {
                body.Caption(
                    $"Biểu đồ {Vietnamese.Figure(++charts)}. {ranking.Kpi.Name} so với chỉ tiêu (%){chart.Part}"
                );
                body.Show(ChartDrawing.Of(chart, charts));
            }
            if (ranking.Units.Any(unit => unit.Rank is null))
                body.Note(
                    "(*) Không đủ dữ liệu, không phát sinh hồ sơ hoặc không giao chỉ tiêu: không xếp hạng, không thể hiện tỷ lệ trên biểu đồ."
                );
        }
        OtherKpis.Write(body, results);
    }

    private static string Reached(KpiRanking ranking, Territory territory)
    {
        var (all, without) = (ranking.Units.Count, ranking.Units.Count(unit => unit.Finding is null));
        var quiet = ranking.Number(Verdict.None);
        var none =
            (quiet == 0 ? "" : $"; {territory.Count(quiet, all)} không phát sinh hồ sơ")
            + (without == 0 ? "" : $"; {territory.Count(without, all)} không giao chỉ tiêu");
        return $"Có {territory.Count(ranking.Number(Verdict.Met), all)} đạt chỉ tiêu; "
            + $"{territory.Count(ranking.Number(Verdict.Below), all)} chưa đạt; "
            + $"{territory.Count(ranking.Number(Verdict.Insufficient), all)} không đủ dữ liệu để đánh giá{none}.";
    }

    private static string Ends(KpiRanking ranking)
    {
        var ranked = ranking.Units.Where(unit => unit.Rank is not null).ToList();
        if (ranked.Count == 0 || ranked[^1].Rank == 1)
            return "";
        return $"Xếp hạng cao nhất là {At(1)}; xếp hạng thấp nhất là {At(ranked[^1].Rank)}. ";

        string At(int? rank)
        {
            var there = ranked.Where(unit => unit.Rank == rank).ToList();
            var who =
                there.Count > MostNamed
                    ? $"{Vietnamese.Number(there.Count)} đơn vị"
                    : Names.All(there.Select(unit => unit.Unit));
            return $"{who} ({there[0].Figure.RateVietnamese})";
        }
    }

    private static string Details(int index) => $"Chi tiết tại Bảng I.{Vietnamese.Figure(index + 1)}, Phụ lục I.";
}
