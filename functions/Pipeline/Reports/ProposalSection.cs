using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>What the office proposes, from what was found.</summary>
internal static class ProposalSection
{
    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Kiến nghị, đề xuất");
        body.Say($"{results.Authority.FollowUpOffice} kiến nghị {results.Authority.HeadShort}:");
        body.Dashes(Proposals(results));
    }

    private static IEnumerable<string> Proposals(QuarterResults results)
    {
        var (authority, territory) = (results.Authority, results.Territory);
        var (below, insufficient) = (Number(UnitStanding.Below), Number(UnitStanding.Insufficient));
        if (below > 0)
            yield return $"Ban hành công văn chấn chỉnh đối với {territory.Count(below)} có chỉ tiêu, tiêu chí chưa đạt; thời hạn khắc phục, báo cáo "
                + $"{Vietnamese.Number(authority.CorrectionWorkingDays)} ngày làm việc kể từ ngày ban hành công văn.";
        if (insufficient > 0)
            yield return $"Ban hành công văn đề nghị {territory.Count(insufficient)} bổ sung dữ liệu trong thời hạn "
                + $"{Vietnamese.Number(authority.DataWorkingDays)} ngày làm việc kể từ ngày ban hành công văn.";
        if (History.Repeated(results) is { Count: > 0 } repeated)
            yield return $"Yêu cầu người đứng đầu {Vietnamese.Number(repeated.Select(f => f.Unit.Unit.Id).Distinct().Count())} đơn vị có hạn chế lặp lại "
                + "làm rõ nguyên nhân, trách nhiệm và có biện pháp khắc phục dứt điểm.";
        if (results.Offices.Count > 0)
            yield return "Chỉ đạo người đứng đầu các cơ quan chuyên môn hướng dẫn, kiểm tra việc giải quyết thủ tục hành chính thuộc lĩnh vực phụ trách.";
        if (History.Waiting(results).Count(item => item.IsOverdue) is > 0 and var overdue)
            yield return $"Đôn đốc các đơn vị báo cáo kết quả khắc phục {Vietnamese.Number(overdue)} nội dung đã quá thời hạn.";
        if (results.Units.Count(unit => unit.IsCommended()) is > 0 and var commended)
            yield return $"Biểu dương {territory.Count(commended)} đạt tất cả các nội dung được kiểm tra, đánh giá.";
        yield return $"Giao {authority.FollowUpOffice} tiếp tục theo dõi, đôn đốc, kiểm tra và báo cáo kết quả thực hiện tại kỳ sau.";

        int Number(UnitStanding standing) => results.Units.Count(unit => unit.Standing() == standing);
    }
}
