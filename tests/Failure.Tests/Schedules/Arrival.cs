using System.Text.RegularExpressions;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>A request that waits to be served.</summary>
internal sealed partial class Arrival
{
    private readonly TaskCompletionSource<HttpResponseMessage> answer = new();
    private readonly HttpRequestMessage request;
    private readonly byte[]? body;

    public Arrival(Operation operation, HttpRequestMessage request)
    {
        (Operation, this.request) = (operation, request);
        if (request.Content is { } content)
        {
            using var copy = new MemoryStream();
            content.CopyTo(copy, null, default);
            body = copy.ToArray();
        }
        var path = request.RequestUri!.PathAndQuery;
        // What is asked of the whole account has no path but its name.
        Path = Uri.UnescapeDataString(path[path.IndexOfAny(['/', '?'], 1)..].TrimStart('/'));
        IsBlob = request.Headers.Contains("x-ms-version") && !request.Headers.Contains("DataServiceVersion");
    }

    public Operation Operation { get; }

    public HttpMethod Method => request.Method;

    /// <summary>Without the account, and unescaped: "ledger/29956/hot?comp=metadata".</summary>
    public string Path { get; }

    /// <summary>Not a table's.</summary>
    public bool IsBlob { get; }

    /// <summary>"ledger/29956/hot".</summary>
    public string Place => Path.Split('?')[0];

    public ReadOnlyMemory<byte> Body => body;

    public bool IsWrite => Method != HttpMethod.Get && Method != HttpMethod.Head;

    /// <summary>It holds only while nobody else has written.</summary>
    public bool IsConditional => IsWrite && request.Headers.Contains("If-Match") && IsBlob;

    /// <summary>By what it says: the same in every run, whatever arrived first.</summary>
    public string Line => field ??= $"{Method} {OfThisRun().Replace(Path, "#")}";

    public Task<HttpResponseMessage> Answer => answer.Task;

    /// <summary>What tells apart requests of one line: batches of rows.</summary>
    private string Content =>
        field ??= body is null ? "" : OfThisRun().Replace(System.Text.Encoding.UTF8.GetString(body), "#");

    /// <summary>By the operation, then by what they say.</summary>
    public static Comparer<Arrival> Order { get; } =
        Comparer<Arrival>.Create(
            (a, b) =>
                a.Operation != b.Operation ? a.Operation.Number.CompareTo(b.Operation.Number)
                : a.Line != b.Line ? string.CompareOrdinal(a.Line, b.Line)
                : string.CompareOrdinal(a.Content, b.Content)
        );

    /// <summary>What comes after runs at once, on this thread, up to the next request.</summary>
    public void Tell(HttpResponseMessage response) => answer.SetResult(response);

    public void Fail(Exception trouble) => answer.SetException(trouble);

    /// <summary>To be sent once more, by us.</summary>
    public HttpRequestMessage Copy()
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        if (body is null)
            return copy;
        copy.Content = new ByteArrayContent(body);
        foreach (var (name, values) in request.Content!.Headers)
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|0x[0-9A-F]{12,}",
        RegexOptions.None,
        1000
    )]
    private static partial Regex OfThisRun();
}
