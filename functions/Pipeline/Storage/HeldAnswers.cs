using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// Whoever writes or deletes, and whatever: a refusal because something is held ends with its place, and is never taken
/// for a moved ETag (design.md §4, law 9a).
/// </summary>
/// <remarks>What a table transaction is refused for stands inside of its answer; nothing holds single rows.</remarks>
internal sealed partial class HeldAnswers : HttpPipelineSynchronousPolicy
{
    private static readonly HashSet<string> Ours = new(
        StoredNames.Containers.Concat(StoredNames.Tables).Concat(StoredNames.Queues),
        StringComparer.Ordinal
    );

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response.Status is not (409 or 412))
            return;
        var refusal = new RequestFailedException(message.Response);
        if (refusal.IsHeld())
            throw new HeldException(PlaceOf(message.Request.Uri.ToUri()), refusal);
    }

    /// <summary>Container and blob, or table and keys, of an address.</summary>
    internal static string PlaceOf(Uri address)
    {
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/');
        // Azurite's addresses begin with the account.
        if (!Ours.Contains(path.Split('/', '(')[0]))
            path = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Row().Match(path) is { Success: true } row
            ? StoredRow.PlaceOf(row.Groups["table"].Value, KeyOf(row.Groups["partition"]), KeyOf(row.Groups["row"]))
            : path;
    }

    private static string KeyOf(Group quoted) => quoted.Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(?<table>[A-Za-z0-9]+)\\(PartitionKey='(?<partition>.*)',RowKey='(?<row>.*)'\\)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row();
}
