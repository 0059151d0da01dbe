using System.ComponentModel.DataAnnotations;
using CCHC.Pipeline.Units;
using MimeKit;

namespace CCHC.Pipeline.Outbox;

/// <summary>How the way to the mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, required: a server that doesn't offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In clear, only if this very word is set: a relay on the same machine.</summary>
    None,
}

/// <summary>Configuration section "Mail". Without a host every mail is held back, to be looked at: a dry run.</summary>
public sealed record MailSettings : IValidatableObject
{
    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    public string User { get; init; } = "";

    /// <summary>From the environment or a Key Vault reference.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    public string FromName { get; init; } = "";

    public string ReplyTo { get; init; } = "";

    /// <summary>Domains that may be written to, separated by ';': "hongngu.gov.vn;*.dongthap.gov.vn". Empty = nobody.</summary>
    public string AllowedDomains { get; init; } = "";

    /// <summary>Addresses of the staff that get drafts, reports and digests, separated by ';'. Empty = no such mails.</summary>
    public string Staff { get; init; } = "";

    /// <summary>PEM file with the certificates of an internal authority; empty = those of the system.</summary>
    public string TrustedCertificates { get; init; } = "";

    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 60;

    [Range(1, 100)]
    public int MaximumAttachmentMB { get; init; } = 15;

    /// <summary>So many mails are on their way at once.</summary>
    [Range(1, 32)]
    public int MostConnections { get; init; } = 4;

    /// <summary>Before the dot that ends a message: how long we listen whether the server has gone (docs/adr/0014).</summary>
    [Range(0, 5000)]
    public int ListenMilliseconds { get; init; } = 50;

    /// <summary>The pause after the first failure; it doubles up to an hour.</summary>
    [Range(0, 3600)]
    public int FirstPauseSeconds { get; init; } = 60;

    /// <summary>A mail that nobody has taken for so long is given up, and health turns red.</summary>
    [Range(1, 60)]
    public int GiveUpAfterDays { get; init; } = 5;

    public bool IsDryRun => Host.Length == 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password.Length > 0 && Security is MailSecurity.None)
            yield return new("Mail:Password sẽ đi qua mạng không mã hóa: đặt Mail:Security là StartTls hoặc Tls.");
        if (TrustedCertificates.Length > 0 && !File.Exists(TrustedCertificates))
            yield return new($"Mail:TrustedCertificates: không có tệp {TrustedCertificates}.");
        if (!IsDryRun && !IsAddress(From))
            yield return new("Mail:From phải là một địa chỉ thư khi đã đặt Mail:Host.");
        if (ReplyTo.Length > 0 && !IsAddress(ReplyTo))
            yield return new("Mail:ReplyTo không phải là một địa chỉ thư.");
        var staff = Addresses.Recipients(Staff);
        if (staff.Count > MailAddresses.Most)
            yield return new($"Mail:Staff có {staff.Count} địa chỉ, nhiều nhất là {MailAddresses.Most}.");
        foreach (var address in staff)
        {
            if (Addresses.WhyNot(address, AllowedDomains) is { } reason)
                yield return new($"Mail:Staff: {address}: {reason}.");
        }
    }

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Domain.Length > 0;
}
