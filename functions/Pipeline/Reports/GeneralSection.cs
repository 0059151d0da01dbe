using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>How many units were reviewed and how they stand; the dossiers of the whole area.</summary>
internal static class GeneralSection
{
    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Kết quả chung");
        body.Say($"Số đơn vị được kiểm tra, đánh giá: {results.Territory.Count(results.Units.Count)}, trong đó:");
        body.Dashes([
            Line("Đạt tất cả các chỉ tiêu, tiêu chí được đánh giá", UnitStanding.Met),
            Line("Có chỉ tiêu, tiêu chí chưa đạt", UnitStanding.Below),
            Line("Không đủ dữ liệu để đánh giá", UnitStanding.Insufficient),
            .. With(UnitStanding.NotJudged).Count == 0
                ? (string[])[]
                : [Line("Chưa có chỉ tiêu, tiêu chí nào được đánh giá", UnitStanding.NotJudged)],
        ]);
        if (results.Ended.Count > 0)
            body.Say(
                $"Ngoài ra, {Vietnamese.Number(results.Ended.Count)} đơn vị kết thúc hoạt động trong kỳ ({Names.All(results.Ended)}) không được đánh giá; "
                    + "hồ sơ của các đơn vị này được tính trong mọi số tổng của kỳ."
            );
        if (results.Sum.IsEmpty)
        {
            body.Say("Trong kỳ chưa ghi nhận hồ sơ thủ tục hành chính nào.");
            return;
        }
        body.Say($"Số liệu giải quyết hồ sơ thủ tục hành chính {results.Territory.Whole} trong kỳ:");
        body.Show(Figures.Of(results.Sum));

        IReadOnlyList<Review.ReviewedUnit> With(UnitStanding standing) =>
            [.. results.Units.Where(unit => unit.Standing() == standing)];

        string Line(string name, UnitStanding standing)
        {
            var units = With(standing);
            return $"{name}: {Vietnamese.Number(units.Count)} đơn vị{Names.Listed(", gồm ", units)}.";
        }
    }
}
