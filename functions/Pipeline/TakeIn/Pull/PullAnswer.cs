using System.Globalization;
using System.Text;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>What came of asking for one day's export.</summary>
public enum PullOutcome
{
    /// <summary>Put into exports.</summary>
    Stored,

    /// <summary>The same as before.</summary>
    Unchanged,

    /// <summary>There is no export of that day yet.</summary>
    NotThere,

    /// <summary>Something is wrong; tried again next time.</summary>
    Failed,

    /// <summary>Not asked any more this time: the source is down.</summary>
    PutOff,
}

/// <summary>One day's export of one unit.</summary>
/// <param name="Source">Id.</param>
/// <param name="Unit">Code.</param>
/// <param name="Day">The export's.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Text">Vietnamese: the file, or why not; without the address, which may hold a key.</param>
public sealed record PullResult(string Source, string Unit, DateOnly Day, PullOutcome Outcome, string Text)
{
    /// <summary>It failed without an answer from the server.</summary>
    public bool IsSilence { get; init; }

    public static PullResult PutOff(string source, string unit, DateOnly day) =>
        new(
            source,
            unit,
            day,
            PullOutcome.PutOff,
            "Tạm dừng vì nguồn không phục vụ được; lần sau hỏi lại từ ngày mới nhất."
        );
}

/// <summary>Judges an answer: an export, none, or a failure told in Vietnamese.</summary>
public static class PullAnswer
{
    private const int Looked = 4096;

    /// <summary>A page where a person signs in, or any page where a file was expected.</summary>
    private const string Page = "Máy chủ trả về một trang web (có thể là trang đăng nhập) thay cho tệp số liệu.";

    private const string NoTable =
        "Máy chủ trả về nội dung không phải là bảng số liệu (có thể phiên đăng nhập đã hết hạn).";

    public static (PullOutcome Outcome, string Text) Judge(WebOutcome outcome, string extension) =>
        outcome.Answer is { } answer ? Judge(answer, extension) : (PullOutcome.Failed, TextOf(outcome.Fault!.Value));

    private static (PullOutcome, string) Judge(WebAnswer answer, string extension) =>
        answer.Status switch
        {
            304 => (PullOutcome.Unchanged, "Không thay đổi."),
            204 or 404 => (PullOutcome.NotThere, "Chưa có số liệu của ngày này."),
            401 or 403 => (PullOutcome.Failed, $"Máy chủ từ chối khóa truy cập ({Number(answer.Status)})."),
            200 => JudgeBody(answer, extension),
            _ => (PullOutcome.Failed, $"Máy chủ trả lời {Number(answer.Status)}."),
        };

    private static (PullOutcome, string) JudgeBody(WebAnswer answer, string extension)
    {
        if (answer.Body.IsEmpty)
            return (PullOutcome.Failed, "Máy chủ trả về tệp rỗng.");
        var head = Encoding
            .UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, Looked)])
            .TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var isPage =
            answer.MediaType is "text/html" or "application/xhtml+xml"
            || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
        // Many systems export an HTML table under the name of .xls.
        var mayBePage = extension is "html" or "xls";
        if (isPage && (!mayBePage || AsksForPassword(answer.Body.Span)))
            return (PullOutcome.Failed, Page);
        return PulledTable.Is(answer.Body) ? (PullOutcome.Stored, "") : (PullOutcome.Failed, NoTable);
    }

    private static bool AsksForPassword(ReadOnlySpan<byte> body)
    {
        var text = Encoding.Latin1.GetString(body);
        return text.Contains("type=\"password\"", StringComparison.OrdinalIgnoreCase)
            || text.Contains("type='password'", StringComparison.OrdinalIgnoreCase)
            || text.Contains("type=password", StringComparison.OrdinalIgnoreCase);
    }

    private static string TextOf(WebFault fault) =>
        fault switch
        {
            WebFault.Address => "Địa chỉ hoặc nơi chuyển hướng không được phép truy cập.",
            WebFault.PrivateAddress => "Địa chỉ dẫn vào mạng nội bộ; chỉ được phép khi đặt Web:AllowPrivateAddresses.",
            WebFault.TooManyRedirects => "Máy chủ chuyển hướng quá nhiều lần.",
            WebFault.TooLarge => "Tệp lớn hơn 32 MB.",
            WebFault.TimedOut => "Máy chủ không trả lời kịp thời.",
            WebFault.UnknownHost => "Không tìm thấy máy chủ theo tên miền.",
            WebFault.Tls => "Không lập được kết nối mã hóa đáng tin cậy.",
            WebFault.Broken => "Không kết nối được hoặc kết nối bị ngắt giữa chừng.",
        };

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
