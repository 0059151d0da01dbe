namespace CCHC.Pipeline.Storage;

/// <summary>A document for people, ready to be stored.</summary>
public sealed record Document(string Path, string ContentType, byte[] Content)
{
    internal DocumentMark Mark => new(Path, ContentMark.Of(Content));
}

/// <summary>Which content a document was written with.</summary>
internal sealed record DocumentMark(string Path, string Md5)
{
    /// <summary>How metadata of a document beside it call it: a name there has Latin letters and digits only.</summary>
    public string Key => KeyOf(Path);

    public static string KeyOf(string path) =>
        $"md5{string.Concat(path[(path.LastIndexOf('/') + 1)..].Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}";
}
