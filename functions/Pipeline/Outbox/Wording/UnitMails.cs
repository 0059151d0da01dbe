using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Outbox.Wording;

/// <summary>What units are written, in official Vietnamese.</summary>
internal static class UnitMails
{
    /// <summary>Ends every mail.</summary>
    public const string Automatic = "Thư này do hệ thống theo dõi cải cách hành chính tự động gửi.";

    public static MailBody Greeting(Unit unit) => new MailBody().Say($"Kính gửi: {Committee(unit)}.");

    public static string Committee(Unit unit) => $"Ủy ban nhân dân {Vietnamese.InSentence(unit.Name)}";

    public static MailBody Issued(ReviewedUnit reviewed, IssuedNotice notice, Authority authority, bool isReplacing)
    {
        var body = Greeting(reviewed.Unit)
            .Say(
                $"{authority.HeadShort} đã ban hành Công văn số {notice.Number}/{authority.Symbol} {Vietnamese.Day(notice.Date)} về kết quả công tác cải cách hành chính {Vietnamese.Name(reviewed.Period)} của đơn vị (tệp đính kèm). Đề nghị đơn vị thực hiện đúng thời hạn:"
            );
        var deadlines = new List<string>();
        if (reviewed.IsBelow)
            deadlines.Add(
                $"Khắc phục các hạn chế đã nêu và báo cáo bằng văn bản về {authority.FollowUpOffice}: trước khi hết {Vietnamese.Day(notice.CorrectionDeadline)}."
            );
        if (reviewed.IsInsufficient)
            deadlines.Add($"Bổ sung dữ liệu còn thiếu: trước khi hết {Vietnamese.Day(notice.DataDeadline)}.");
        body.List(deadlines);
        if (isReplacing)
            body.Say(
                "Thư này thay cho thư đã gửi đơn vị trước đây về cùng công văn, do số hoặc ngày ghi trước đây chưa đúng. Số, ngày và thời hạn tính theo thư này."
            );
        return body.Say(Automatic);
    }

    public static string LateSubject(Unit unit, Gap gap) =>
        $"Nhắc gửi số liệu hồ sơ: {unit.Name} còn thiếu số liệu {Vietnamese.Number(gap.MissingDays.Count)} ngày làm việc";

    public static MailBody Late(Unit unit, Gap gap, DateOnly today)
    {
        var body = Greeting(unit)
            .Say(
                gap.LastExport is { } last
                    ? $"Hệ thống đã nhận số liệu hồ sơ thủ tục hành chính của đơn vị đến {Vietnamese.Day(last)}. Từ đó đến hết {Vietnamese.Day(today.AddDays(-1))}, hệ thống chưa nhận được tệp xuất nào của {Vietnamese.Number(gap.MissingDays.Count)} ngày làm việc:"
                    : $"Đến hết {Vietnamese.Day(today.AddDays(-1))}, hệ thống chưa nhận được tệp xuất hồ sơ thủ tục hành chính nào của đơn vị. Các ngày làm việc còn thiếu số liệu:"
            );
        return body.List([DayList.Of(gap.MissingDays)])
            .Say(
                "Đề nghị đơn vị kiểm tra và gửi đủ số liệu còn thiếu. Ngày không phát sinh hồ sơ, đơn vị gửi tệp xuất chỉ có dòng tiêu đề. Nếu thiếu nhiều ngày làm việc, kết quả của kỳ báo cáo sẽ là không đủ dữ liệu để đánh giá."
            )
            .Say(Automatic);
    }

    public static string UrgeSubject(Unit unit, IReadOnlyList<FollowUp> items) =>
        $"Đôn đốc báo cáo kết quả khắc phục: {unit.Name}, quá hạn {Vietnamese.LowerFirst(Vietnamese.Day(items[0].Deadline!.Value))}";

    public static MailBody Urge(Unit unit, Period period, IReadOnlyList<FollowUp> items, Authority authority, int round)
    {
        var first = items[0];
        var again = round == 1 ? "" : $" (đôn đốc lần thứ {Vietnamese.Figure(round)})";
        return Greeting(unit)
            .Say(
                $"{Letter(first, authority)} yêu cầu đơn vị khắc phục các hạn chế qua kết quả đánh giá {Vietnamese.Name(period)} và báo cáo trước khi hết {Vietnamese.Day(first.Deadline!.Value)}. Đến nay đã quá thời hạn nhưng chưa có báo cáo của đơn vị về{again}:"
            )
            .List([.. items.Select(Item)])
            .Say(
                $"Đề nghị đơn vị khẩn trương khắc phục và gửi báo cáo bằng văn bản về {authority.FollowUpOffice} để tổng hợp, báo cáo {authority.HeadShort}. Nếu đơn vị đã gửi báo cáo, đề nghị thông báo số, ngày của văn bản để cập nhật."
            )
            .Say(Automatic);
    }

    private static string Letter(FollowUp item, Authority authority) =>
        $"Công văn số {item.Number}/{authority.Symbol} {Vietnamese.Day(item.IssuedOn!.Value)} của {authority.HeadShort}";

    private static string Item(FollowUp item) =>
        item.Times > 1 ? $"{item.Name} (lần thứ {Vietnamese.Figure(item.Times)} liên tiếp)" : item.Name;

    public static string WarningSubject(Unit unit, Period quarter) =>
        $"Cảnh báo sớm kết quả {Vietnamese.Name(quarter)}: {unit.Name}";

    public static MailBody Warning(
        Unit unit,
        Period quarter,
        DateOnly? asOf,
        IReadOnlyList<Outlook> outlooks,
        IReadOnlyList<DateOnly> missing
    )
    {
        var body = Greeting(unit);
        var span = $"Kỳ báo cáo {Vietnamese.Name(quarter)} tính {Vietnamese.Span(quarter.From, quarter.To)}.";
        if (asOf is { } day && day >= quarter.From)
            body.Say($"{span} Kết quả của đơn vị so với chỉ tiêu đang áp dụng, số liệu đến {Vietnamese.Day(day)}:")
                .List([.. outlooks.Select(WarningWords.Line)]);
        else
            body.Say($"{span} Đến nay hệ thống chưa nhận được số liệu nào của đơn vị trong kỳ này.");
        if (missing.Count > 0)
            body.Say(
                $"Còn {Vietnamese.Number(missing.Count)} ngày làm việc trong kỳ chưa có số liệu của đơn vị ({DayList.Of(missing)}). Đề nghị đơn vị gửi bổ sung."
            );
        return body.Say(
                "Đây là số liệu tạm tính để đơn vị chủ động thực hiện, không phải kết quả đánh giá; kết quả được chốt sau khi kỳ báo cáo kết thúc."
            )
            .Say(Automatic);
    }
}
