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
