using Azure;

namespace CCHC.SelfHost.Blobs;

/// <summary>A blob to be delivered, in the words and order of the official host's messages.</summary>
internal sealed record BlobMessage(
    string Type,
    string FunctionId,
    string BlobType,
    string ContainerName,
    string BlobName,
    string ETag
)
{
    /// <summary>A listing gives the bare tag, a header the quoted one.</summary>
    public static string Quoted(ETag etag) => $"\"{etag.ToString().Trim('"')}\"";
}
