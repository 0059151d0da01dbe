using Azure.Identity;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Opening;

/// <summary>Where --storage points: by connection string, or to an account's address, which is signed in to.</summary>
/// <param name="Connection">A connection string; null = there are no keys, one signs in.</param>
/// <param name="Blobs">The address of the account's blobs; null = the connection string says it.</param>
internal sealed record StorageAddress(string? Connection, Uri? Blobs)
{
    private const string BlobLabel = ".blob.";
    private const string ClientIdSetting = "AZURE_CLIENT_ID";

    /// <summary>A machine that has no managed identity is not asked for one long.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Tells the two apart.</summary>
    /// <exception cref="UsageException">It is an address, but of no account's blobs.</exception>
    public static StorageAddress Parse(string text)
    {
        if (text.Contains('=', StringComparison.Ordinal) || !text.Contains("://", StringComparison.Ordinal))
            return new(text, null);
        return
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttps
            && address.Host.IndexOf(BlobLabel, StringComparison.Ordinal) > 0
            && address.PathAndQuery == "/"
            ? new(null, address)
            : throw new UsageException(
                $"--storage {text} không phải là địa chỉ blob của một tài khoản lưu trữ, ví dụ https://TÀI_KHOẢN.blob.core.windows.net."
            );
    }

    /// <summary>The address of another service of the same account: "table" or "queue".</summary>
    public Uri Of(string service) =>
        new(Blobs!.AbsoluteUri.Replace(BlobLabel, $".{service}.", StringComparison.Ordinal));

    public Store Open() =>
        Connection is { } connection
            ? Store.Open(connection)
            : Store.Open(Blobs!, Of("table"), Of("queue"), Identity());

    /// <summary>Who signed in with `az login`, else the identity of the machine it runs on; nothing else is tried.</summary>
    private static ChainedTokenCredential Identity()
    {
        var id = Environment.GetEnvironmentVariable(ClientIdSetting) is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned;
        var options = new ManagedIdentityCredentialOptions(id);
        (options.Retry.MaxRetries, options.Retry.NetworkTimeout) = (0, LongestAnswer);
        return new ChainedTokenCredential(new AzureCliCredential(), new ManagedIdentityCredential(options));
    }
}
