using MimeKit;

namespace CCHC.Pipeline.Outbox;

/// <summary>Lists of addresses, and whether one may be written to.</summary>
public static class Addresses
{
    /// <summary>The addresses of a list separated by ';', each once.</summary>
    public static IReadOnlyList<string> Split(string list) =>
        [
            .. list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>
    /// The one spelling under which an address is sent to and remembered: a parser drops blanks, comments and dots at
    /// the end. What is no address stays as it is.
    /// </summary>
    public static string Spelling(string address) =>
        address.All(char.IsAscii) && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Domain.Length > 0
            ? Spelling(mailbox)
            : address;

    public static string Spelling(MailboxAddress mailbox) => mailbox.GetAddress(idnEncode: true);

    /// <summary>The recipients that a list names, each once, however it is spelt.</summary>
    public static IReadOnlyList<string> Recipients(string list) =>
        [.. Split(list).Select(Spelling).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Why an address gets no mail, in Vietnamese; null when it may.</summary>
    public static string? WhyNot(string address, string allowedDomains)
    {
        if (
            !address.All(char.IsAscii)
            || !MailboxAddress.TryParse(address, out var mailbox)
            || mailbox.Domain.Length == 0
        )
            return "không phải là địa chỉ thư";
        return Split(allowedDomains).Any(allowed => IsIn(mailbox.Domain, allowed))
            ? null
            : "tên miền không có trong danh sách được gửi (Mail:AllowedDomains)";
    }

    private static bool IsIn(string domain, string allowed) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? domain.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : domain.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
