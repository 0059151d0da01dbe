using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>What an answer says of the publication; of a page that was read <see cref="PageFinding"/>.</summary>
public static class PageReading
{
    /// <summary>One check of a page.</summary>
    /// <param name="address">Asked.</param>
    /// <param name="day">Vietnam's.</param>
    /// <param name="year">Whose budget it should be.</param>
    /// <param name="unit">The name of the unit whose page it should be.</param>
    /// <param name="outcome">What came of asking.</param>
    public static PageCheck Of(string address, DateOnly day, int year, string unit, WebOutcome outcome)
    {
        var (status, evidence) = outcome.Answer is { } answer ? Of(answer, year, unit) : Of(outcome.Fault!.Value);
        return new(address, day, status, outcome.Answer?.Status, evidence);
    }

    private static (PageStatus Status, string Evidence) Of(WebFault fault) =>
        fault switch
        {
            WebFault.Address => (PageStatus.Refused, "Địa chỉ không phải là một trang web công khai (http, https)."),
            WebFault.PrivateAddress => (PageStatus.Refused, "Địa chỉ dẫn vào mạng nội bộ, không phải trang công khai."),
            WebFault.TooManyRedirects => (PageStatus.Unreachable, "Máy chủ chuyển hướng vòng quanh."),
            WebFault.TooLarge => (PageStatus.Unreadable, "Trang quá lớn, chưa đọc được tự động; cần người xem."),
            WebFault.TimedOut => (PageStatus.Unreachable, "Máy chủ không trả lời kịp thời."),
            WebFault.UnknownHost => (PageStatus.Unreachable, "Không tìm thấy máy chủ theo tên miền."),
            WebFault.Tls => (PageStatus.Unreachable, "Không lập được kết nối mã hóa đáng tin cậy."),
            WebFault.Broken => (PageStatus.Unreachable, "Không kết nối được hoặc kết nối bị ngắt giữa chừng."),
        };

    private static (PageStatus Status, string Evidence) Of(WebAnswer answer, int year, string unit) =>
        answer.Status switch
        {
            >= 200 and < 300 => Read(answer, year, unit),
            404 or 410 => (PageStatus.Missing, "Máy chủ trả lời không có trang này."),
            // Nobody is refused what is published; but a firewall may refuse a program where it lets people in.
            401 or 403 => (PageStatus.Unreadable, "Máy chủ không cho xem trang tự động; cần người xem."),
            408 or 429 or >= 500 => (PageStatus.Unreachable, "Máy chủ báo lỗi hoặc đang bận."),
            _ => (PageStatus.Unreadable, "Máy chủ trả lời khác thường; cần người xem."),
        };

    private static (PageStatus Status, string Evidence) Read(WebAnswer answer, int year, string unit)
    {
        if (!IsText(answer))
            return (PageStatus.Unreadable, "Không phải trang chữ (PDF, ảnh hoặc tệp khác); cần người xem.");
        return ReadablePage.Of(answer) is { } page
            ? PageFinding.Of(page, year, unit)
            : (PageStatus.Unreadable, "Trang không dựng như trang web thường, chưa đọc được tự động; cần người xem.");
    }

    /// <summary>By its first bytes, then by what the server says it is.</summary>
    private static bool IsText(WebAnswer answer)
    {
        var body = answer.Body.Span;
        if (body.StartsWith("%PDF-"u8) || body.StartsWith("PK\u0003\u0004"u8))
            return false;
        return answer.MediaType is "" or "application/xhtml+xml" or "application/xml"
            || answer.MediaType.StartsWith("text/", StringComparison.Ordinal);
    }
}
