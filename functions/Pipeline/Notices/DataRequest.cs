namespace CCHC.Pipeline.Notices;

/// <summary>The text of a request for data, to a unit that missed no target: it asks and offers help.</summary>
internal static class DataRequest
{
    public static LetterText Of(Draft draft)
    {
        var (unit, authority) = draft;
        var (committee, period) = (draft.Committee, draft.Period);
        var request = new MissingData(unit, authority);
        var body = new LetterBody();
        body.Say(
            $"Để có đủ cơ sở đánh giá kết quả thực hiện công tác cải cách hành chính {period} của {draft.Introduced} "
                + $"({draft.Basis}), {authority.Head} đề nghị {draft.Head} chỉ đạo bổ sung dữ liệu như sau:"
        );
        body.Section("Nội dung đề nghị bổ sung");
        body.Points(request.Points);
        draft.ShowFigures(body);
        draft.SayCorrected(body);
        draft.SayNotAssessed(body);
        body.Section("Thời hạn và đơn vị hỗ trợ");
        body.Say(
            $"Đề nghị gửi dữ liệu bổ sung và thông báo bằng văn bản về {authority.FollowUpOffice} {request.Deadline}."
        );
        body.Say(
            $"{authority.FollowUpOffice} hướng dẫn, hỗ trợ {committee}, theo dõi, tổng hợp, báo cáo {authority.HeadShort}. "
                + "Các nội dung nêu trên chưa được đánh giá trong kỳ này; kết quả sẽ được bổ sung sau khi có đủ dữ liệu."
        );
        return new(
            $"V/v đề nghị bổ sung dữ liệu phục vụ đánh giá công tác cải cách hành chính {period}",
            body.Blocks,
            $"Rất mong nhận được sự quan tâm, phối hợp của {committee}./."
        );
    }
}
