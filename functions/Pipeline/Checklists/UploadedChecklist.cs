namespace CCHC.Pipeline.Checklists;

/// <summary>A checklist as it was uploaded; one that is too large comes without content.</summary>
/// <param name="File">Its blob name.</param>
/// <param name="ETag">The blob's ETag, without quotes.</param>
/// <param name="UploadedAt">UTC ticks: the blob's metadata <c>uploadedat</c>, else its Last-Modified.</param>
/// <param name="Sha256">Lower-case hex of the content; empty when it was not read.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Content">The bytes.</param>
public sealed record UploadedChecklist(
    string File,
    string ETag,
    long UploadedAt,
    string Sha256,
    long Size,
    ReadOnlyMemory<byte> Content
);

/// <summary>A checklist as the listing shows it.</summary>
public sealed record ListedChecklist(string File, string ETag, long UploadedAt);
