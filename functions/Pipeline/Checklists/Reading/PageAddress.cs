namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>The address of a public page: http or https, whole, without a user's name in it.</summary>
internal static class PageAddress
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
            && !PersonalShape.IsInAddress(uri.AbsoluteUri);
        address = isAddress ? new Uri(text).AbsoluteUri : "";
        return isAddress;
    }
}
