using System.Text;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>The address of a public page: http or https, whole, without a user's name in it.</summary>
internal static partial class PageAddress
{
    private const int Longest = 1_000;

    public static bool TryParse(string text, out string address)
    {
        var isAddress =
            text.Length <= Longest
            && !text.Any(char.IsWhiteSpace)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.Host.Length > 0
            && !IsPersonal(uri.AbsoluteUri);
        address = isAddress ? new Uri(text).AbsoluteUri : "";
        return isAddress;
    }

    /// <summary>In the midst of words: where it ends is a guess, so that none but the letters of addresses are in it.</summary>
    public static bool IsOfPage(string text) =>
        TryParse(text, out var address) && Ascii.IsValid(text) && new Uri(address).Host.Contains('.');

    /// <summary>A user's name, an e-mail, or a number as telephones and identity cards have.</summary>
    private static bool IsPersonal(string address) => address.Contains('@') || PhoneNumber().IsMatch(address);

    [GeneratedRegex(@"(?<![0-9])0[0-9]{8,11}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
