using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// How a message is named that is none of ours. Anybody may have written it, with whatever personal data: only its hash
/// and its length are kept.
/// </summary>
public static class UnreadableMessages
{
    public const string Kind = "unreadable";
    private const string Prefix = Kind + "/";

    /// <summary>unreadable/{queue}/{first 16 hex of its sha256}-{length}.</summary>
    public static string MarkOf(string queue, string message) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{queue}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))[..16]}-{message.Length}"
        );

    public static bool IsOne(string mark) => mark.StartsWith(Prefix, StringComparison.Ordinal);
}
