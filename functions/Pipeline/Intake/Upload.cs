namespace CCHC.Pipeline.Intake;

/// <summary>One export as it was uploaded.</summary>
/// <param name="Code">The plain unit code of its path.</param>
/// <param name="File">Its file name.</param>
/// <param name="ETag">The blob's ETag, without quotes.</param>
/// <param name="UploadedAt">UTC ticks: the blob's metadata <c>uploadedat</c>, else its Last-Modified.</param>
/// <param name="Sha256">Lower-case hex of the content.</param>
/// <param name="Content">The bytes.</param>
public sealed record Upload(
    string Code,
    string File,
    string ETag,
    long UploadedAt,
    string Sha256,
    ReadOnlyMemory<byte> Content
)
{
    /// <summary>Metadata name under which an upload's time is kept.</summary>
    public const string UploadedAtMetadata = "uploadedat";

    /// <summary>W3C traceparent of its put, as the blob's metadata has it; not to be trusted.</summary>
    public string? TraceParent { get; init; }

    public string Sha16 => Sha256[..16];
}
