using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Who is to be praised: units without any finding, of whom all that was asked is known.</summary>
internal static class CommendationSection
{
    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Đơn vị đề nghị biểu dương");
        var commended = results.Units.Where(unit => unit.IsCommended()).ToList();
        var others = results.Units.Where(unit => unit.Standing() is UnitStanding.Met && !unit.IsCommended()).ToList();
        body.Say(
            commended.Count == 0
                ? "Trong kỳ chưa có đơn vị nào đạt tất cả các nội dung và có đủ dữ liệu để đề nghị biểu dương."
                : $"Đề nghị biểu dương {results.Territory.Count(commended.Count)} đạt tất cả các nội dung được kiểm tra, đánh giá và có đủ dữ liệu: {Names.All(commended)}."
        );
        if (others.Count > 0)
            body.Say(
                $"Ngoài ra, {Vietnamese.Number(others.Count)} đơn vị không có hạn chế nhưng còn tiêu chí chưa đủ dữ liệu kiểm tra: {Names.All(others)}."
            );
    }
}
