using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>How much of the data came.</summary>
internal static class CoverageSection
{
    public static void Write(ReportBody body, QuarterResults results)
    {
        var units = results.Units;
        var (expected, missing) = (
            units.Sum(unit => unit.Coverage.WorkingDays),
            units.Sum(unit => unit.Coverage.MissingDays.Count)
        );
        var lacking = units.Where(unit => unit.Coverage.MissingDays.Count > 0).ToList();
        body.Section("Mức độ đầy đủ của dữ liệu");
        body.Say(
            $"Trong kỳ, các đơn vị phải gửi {Vietnamese.Number(expected)} lượt dữ liệu ngày làm việc, đã gửi "
                + $"{Vietnamese.Number(expected - missing)} lượt, còn thiếu {Vietnamese.Number(missing)} lượt. "
                + $"Có {results.Territory.Count(units.Count - lacking.Count, units.Count)} gửi đủ{Worst()}. Chi tiết tại Phụ lục II."
        );

        string Worst()
        {
            if (lacking.Count == 0)
                return "";
            var most = lacking.Max(unit => unit.Coverage.MissingDays.Count);
            var worst = lacking.Where(unit => unit.Coverage.MissingDays.Count == most).ToList();
            var who = worst.Count > 3 ? $"{Vietnamese.Number(worst.Count)} đơn vị" : Names.All(worst);
            return $"; {Vietnamese.Number(lacking.Count)} đơn vị gửi chưa đủ, thiếu nhiều nhất là {who} ({Vietnamese.Number(most)} ngày)";
        }
    }
}
