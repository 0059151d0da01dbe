namespace CCHC.Pipeline.Outbox;

/// <summary>Where a mail stands, in words for staff.</summary>
public static class MailWords
{
    public static string Of(StoredMail mail) =>
        mail.State switch
        {
            MailState.Pending => mail.Recipients.Any(recipient => recipient.HasIt)
                ? "đang chờ, đã gửi một phần"
                : "đang chờ",
            MailState.Sent => Sent(mail),
            MailState.Failed when mail.ReplacedBy.Length > 0 => "đã thay",
            MailState.Failed => mail.Recipients.Any(recipient => recipient.HasIt)
                ? "chỉ gửi được bản sao"
                : "không gửi được",
            MailState.Held => "giữ lại",
        };

    private static string Sent(StoredMail mail)
    {
        var sent = mail.Missed > 0 ? "đã gửi một phần" : "đã gửi";
        return mail.IsConfirmed ? sent : $"{sent}, chưa được xác nhận";
    }
}
