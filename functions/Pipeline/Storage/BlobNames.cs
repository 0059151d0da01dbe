using System.Xml;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// Which names of blobs can be worked with. A listing may show others, put there by other programs: whoever asks for
/// one of those asks for another blob, or another container.
/// </summary>
public static class BlobNames
{
    /// <summary>So many characters are in a blob's name at most.</summary>
    public const int Longest = 1024;

    /// <summary>A client that asks for it gets it, and a listing that contains it can be read.</summary>
    public static bool IsSound(string name) =>
        name.Length <= Longest
        && IsAddressable(name)
        && name.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0
        && IsXml(name);

    /// <summary>
    /// The way to it survives: an HTTP client resolves the segments "." and "..", the SDK trims slashes at the ends,
    /// storage turns backslashes, and half a pair of surrogates has no UTF-8.
    /// </summary>
    public static bool IsAddressable(string name) =>
        name.Length > 0
        && name[0] != '/'
        && name[^1] != '/'
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Split('/').Any(segment => segment is "." or "..")
        && IsUtf16(name);

    private static bool IsUtf16(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (!char.IsSurrogate(name[at]))
                continue;
            if (at + 1 == name.Length || !char.IsSurrogatePair(name[at], name[at + 1]))
                return false;
            at++;
        }
        return true;
    }

    /// <summary>XML 1.0 can't say the others: Azure escapes them in a listing, Azurite answers every listing with 500.</summary>
    private static bool IsXml(string name) => name.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));
}
