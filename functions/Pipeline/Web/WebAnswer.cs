namespace CCHC.Pipeline.Web;

/// <summary>What is asked.</summary>
/// <param name="Address">Of http or https.</param>
/// <param name="Headers">Beside our own; sent to the address's own origin only, never after a redirect elsewhere.</param>
public sealed record WebQuestion(Uri Address, IReadOnlyDictionary<string, string> Headers)
{
    public static WebQuestion For(Uri address) => new(address, new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Why there is no answer.</summary>
public enum WebFault
{
    /// <summary>Not an address that may be asked, at first or after a redirect.</summary>
    Address,

    /// <summary>It leads to a private, loopback or otherwise special address.</summary>
    PrivateAddress,

    TooManyRedirects,

    /// <summary>The body is larger than wanted, unpacked.</summary>
    TooLarge,

    TimedOut,

    UnknownHost,

    /// <summary>No trustworthy encrypted connection.</summary>
    Tls,

    /// <summary>No connection, or it broke before all was there.</summary>
    Broken,
}

/// <summary>What a server said, the body in full.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Address">Who answered, after redirects.</param>
/// <param name="Body">Unpacked.</param>
/// <param name="MediaType">Lower case, without parameters; empty = not told.</param>
/// <param name="Charset">As the header tells; empty = not told.</param>
/// <param name="ETag">As sent, quotes included; empty = none.</param>
/// <param name="LastModified">As sent; empty = none.</param>
public sealed record WebAnswer(
    int Status,
    Uri Address,
    ReadOnlyMemory<byte> Body,
    string MediaType = "",
    string Charset = "",
    string ETag = "",
    string LastModified = ""
);

/// <summary>Either an answer or why there is none.</summary>
public sealed record WebOutcome(WebAnswer? Answer, WebFault? Fault)
{
    public static WebOutcome Of(WebAnswer answer) => new(answer, null);

    public static WebOutcome Of(WebFault fault) => new(null, fault);
}
