using System.Text.RegularExpressions;
using CCHC.SelfHost.Hosting;

namespace CCHC.SelfHost.Blobs;

/// <summary>
/// <c>container/{unit}/{file}</c>. As on the official host each name matches as much as it can, slashes included, the
/// first one first: <c>29956/sub/x.csv</c> gives unit <c>29956/sub</c> and file <c>x.csv</c>.
/// </summary>
internal sealed partial class BlobPathPattern
{
    private readonly Regex _blobName;

    private BlobPathPattern(string container, string blobName)
    {
        (Container, Text) = (container, $"{container}/{blobName}");
        var holes = Hole().Matches(blobName);
        Names = [.. holes.Select(hole => hole.Groups["name"].Value)];
        Prefix = holes.Count == 0 ? blobName : blobName[..holes[0].Index];
        var pattern = string.Concat(
            Hole().Split(blobName).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : $"(?<{part}>.*)")
        );
        // Backtracking is polynomial in a name of at most 1,024 characters; the time-out is for hostile ones.
        _blobName = new($"^{pattern}$", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    public string Container { get; }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>What stands before the first name: lets the listing skip the rest of the container.</summary>
    public string Prefix { get; }

    public static BlobPathPattern Parse(string path) =>
        path.Split('/', 2) is [{ Length: > 0 } container, { Length: > 0 } blobName] && !container.Contains('{')
            ? new(container, blobName)
            : throw new SetupException($"\"{path}\" is no blob path: write container/{{name}}.");

    /// <summary>The names' values, or null when the blob's name doesn't fit.</summary>
    public IReadOnlyDictionary<string, string>? Match(string blobName) =>
        _blobName.Match(blobName) is { Success: true } match
            ? Names.ToDictionary(name => name, name => match.Groups[name].Value, StringComparer.Ordinal)
            : null;

    [GeneratedRegex(@"\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
