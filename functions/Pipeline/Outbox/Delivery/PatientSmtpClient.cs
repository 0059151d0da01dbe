using MailKit.Net.Smtp;
using MimeKit;

namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>Notes what the server says to each recipient; one bad address doesn't stop the rest.</summary>
internal sealed class PatientSmtpClient : SmtpClient
{
    /// <summary>No recipient was accepted: nothing was sent.</summary>
    public sealed class NobodyAcceptedException() : Exception("no recipient was accepted");

    public Dictionary<string, RecipientAnswer> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Answers[Addresses.Spelling(mailbox)] = new(true, false, "");

    protected override void OnRecipientNotAccepted(
        MimeMessage message,
        MailboxAddress mailbox,
        SmtpResponse response
    ) =>
        Answers[Addresses.Spelling(mailbox)] = new(
            false,
            IsForGood((int)response.StatusCode),
            SmtpWords.Answer((int)response.StatusCode, response.Response)
        );

    protected override void OnNoRecipientsAccepted(MimeMessage message) => throw new NobodyAcceptedException();

    /// <summary>RFC 5321, 4.2.1: 5yz is permanent, 4yz transient.</summary>
    public static bool IsForGood(int status) => status is >= 500 and < 600;
}
