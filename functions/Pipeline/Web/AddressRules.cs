using System.Diagnostics.CodeAnalysis;

namespace CCHC.Pipeline.Web;

/// <summary>What may be asked, as far as the address itself tells; where a name leads is looked at when connecting.</summary>
public static class AddressRules
{
    private const int Longest = 2000;

    /// <summary>An absolute http or https address without user info.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        var isAddress = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var written) && text.Length <= Longest;
        address = isAddress && MayBeAsked(written!) ? written : null;
        return address is not null;
    }

    public static bool MayBeAsked(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>A header with a key is for the server it was meant for.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && one.IdnHost == other.IdnHost;
}
