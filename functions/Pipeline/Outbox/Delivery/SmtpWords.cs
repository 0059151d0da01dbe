using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>What went wrong with the mail server, in words for staff.</summary>
internal static class SmtpWords
{
    private const int MostOfAnswer = 200;

    public static string Answer(int status, string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var shown = line.Length > MostOfAnswer ? line[..MostOfAnswer] + "…" : line;
        return string.Create(CultureInfo.InvariantCulture, $"máy chủ thư trả lời {status}: {shown}");
    }

    public static string Of(Exception problem) =>
        problem switch
        {
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused =>
                $"máy chủ thư không chấp nhận địa chỉ gửi (Mail:From): {Answer((int)refused.StatusCode, refused.Message)}",
            SmtpCommandException refused => Answer((int)refused.StatusCode, refused.Message),
            SslHandshakeException =>
                "chứng thư số của máy chủ thư không được tin cậy, hoặc không thiết lập được kết nối TLS",
            AuthenticationException => "máy chủ thư không chấp nhận tài khoản hoặc mật khẩu (Mail:User, Mail:Password)",
            ServiceNotAuthenticatedException => "máy chủ thư đòi đăng nhập trước khi gửi (Mail:User, Mail:Password)",
            NotSupportedException => "máy chủ thư không hỗ trợ cách kết nối đã cấu hình (Mail:Security, Mail:User)",
            SocketException silent => $"không kết nối được máy chủ thư ({silent.SocketErrorCode})",
            OperationCanceledException or TimeoutException => "máy chủ thư không trả lời kịp thời",
            _ => "máy chủ thư ngắt kết nối giữa chừng",
        };
}
