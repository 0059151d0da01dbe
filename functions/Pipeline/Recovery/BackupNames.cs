using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>
/// Where copies lie in the backup's folder, whatever the blob is called: ASCII, lower case, short, never outside. The
/// readable part is for people; the mark behind the tilde tells names and versions apart, so that a file, once written,
/// is never written over.
/// </summary>
public static partial class BackupNames
{
    public const string Manifest = "manifest.json";
    public const string Tables = "tables";
    private const int MostReadable = 60;
    private const int LongestReserved = 4;
    private const int MarkLength = 16;

    /// <summary>journal/29956/2022-03-14-637829…-ab12…~{mark}.1</summary>
    public static string OfBlob(string container, string blob, string etag)
    {
        var slash = blob.IndexOf('/', StringComparison.Ordinal);
        var folder = slash > 0 ? Folder(blob[..slash]) : "";
        var rest = blob[(slash + 1)..];
        var dot = rest.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (rest[..dot], $".{Readable(rest[(dot + 1)..])}") : (rest, "");
        return $"{container}/{folder}{Readable(stem)}~{Mark($"{container}/{blob}\n{etag}")}{extension}";
    }

    /// <summary>tables/Reviews~{mark}.jsonl</summary>
    public static string OfTable(string table, string sha256) => $"{Tables}/{table}~{sha256[..MarkLength]}.jsonl";

    /// <summary>Whether a file is one of ours: nothing else in the folder is ever deleted.</summary>
    public static bool IsOurs(string file) => Ours().IsMatch(file);

    /// <summary>"con", "nul" and the like can't be folders on Windows; none is longer than four letters.</summary>
    private static string Folder(string text) =>
        Readable(text) is { Length: > LongestReserved } name ? $"{name}/" : $"{Readable(text)}_/";

    private static string Readable(string text)
    {
        var slug = Slug.Of(text);
        return slug.Length > MostReadable ? slug[..MostReadable] : slug;
    }

    private static string Mark(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLength];

    [GeneratedRegex(@"^[a-zA-Z0-9-]+~[0-9a-f]{16}(\.[a-z0-9-]+)?(\.part)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ours();
}
