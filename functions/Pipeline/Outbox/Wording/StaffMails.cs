using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Outbox.Wording;

/// <summary>What the inspecting office's staff are written.</summary>
internal static class StaffMails
{
    public static string DraftSubject(Unit unit, Period period) =>
        $"Dự thảo công văn gửi {Vietnamese.InSentence(unit.Name)}, {Vietnamese.Name(period)}";

    public static MailBody Draft(Unit unit, Period period) =>
        new MailBody()
            .Say(
                $"Hệ thống đã soạn dự thảo công văn gửi {UnitMails.Committee(unit)} theo kết quả đánh giá {Vietnamese.Name(period)} ({Vietnamese.Span(period.From, period.To)}). Dự thảo ở tệp đính kèm, chưa có số, ngày và chữ ký; đơn vị chưa nhận được."
            )
            .Say(
                $"Sau khi văn thư cấp số và ban hành, ghi nhận bằng lệnh: cchc notices issue {period.Name} {unit.Id} --number SỐ --date NGÀY. Khi đó hệ thống mới gửi công văn cho đơn vị và tính thời hạn từ ngày ban hành."
            )
            .Say(UnitMails.Automatic);

    public static string ReportsSubject(Period period) => $"Báo cáo tổng hợp {Vietnamese.Name(period)}";

    public static MailBody Reports(Period period, IReadOnlyCollection<string> files) =>
        new MailBody()
            .Say(
                $"Hệ thống đã lập các báo cáo của {Vietnamese.Name(period)} ({Vietnamese.Span(period.From, period.To)}) từ số liệu đã chốt. Các tệp đính kèm, đều là dự thảo:"
            )
            .List(files)
            .Say($"Lấy toàn bộ công văn và báo cáo của kỳ: cchc notices {period.Name} --out THƯ_MỤC.")
            .Say(UnitMails.Automatic);

    public static string NoAddressSubject(DateOnly day, int units) =>
        $"{Vietnamese.Number(units)} đơn vị chưa gửi thư được, {Vietnamese.Day(day)}";

    public static MailBody NoAddress(DateOnly day, IReadOnlyList<PlannedMail> planned) =>
        new MailBody()
            .Say(
                $"Trong {Vietnamese.Day(day)}, hệ thống cần gửi thư cho các đơn vị dưới đây nhưng đơn vị chưa có địa chỉ thư, địa chỉ ngoài các tên miền được gửi, hoặc quá {Vietnamese.Number(MailAddresses.Most)} địa chỉ:"
            )
            .List([.. planned.Select(mail => $"{mail.UnitName} ({mail.Unit}): {mail.Why}")])
            .Say(
                "Đề nghị thông báo cho đơn vị bằng cách khác và bổ sung cột mail trong danh sách đơn vị (cchc units import)."
            )
            .Say(UnitMails.Automatic);

    public static string CalendarSubject(int year) => $"Chưa có lịch ngày nghỉ năm {year}";

    public static MailBody Calendar(int year) =>
        new MailBody()
            .Say(
                $"Danh sách ngày nghỉ, ngày làm bù không có năm {year}, nên hệ thống không biết ngày nào là ngày làm việc và tạm dừng nhắc gửi số liệu, cảnh báo, đôn đốc. Đề nghị bổ sung danh sách: cchc days-off import."
            )
            .Say(UnitMails.Automatic);
}
