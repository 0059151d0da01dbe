using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>What a refusal of storage means. A 409 or 412 alone doesn't tell: a lease or a policy answers so, too.</summary>
public static class Refusals
{
    private static readonly string[] Moved =
    [
        BlobErrorCode.ConditionNotMet.ToString(),
        BlobErrorCode.TargetConditionNotMet.ToString(),
        BlobErrorCode.BlobAlreadyExists.ToString(),
        BlobErrorCode.ResourceAlreadyExists.ToString(),
        TableErrorCode.EntityAlreadyExists.ToString(),
        TableErrorCode.UpdateConditionNotSatisfied.ToString(),
    ];

    /// <summary>Whoever makes what is missing asks so.</summary>
    private static readonly string[] Made =
    [
        BlobErrorCode.ContainerAlreadyExists.ToString(),
        TableErrorCode.TableAlreadyExists.ToString(),
        QueueErrorCode.QueueAlreadyExists.ToString(),
    ];

    /// <summary>Somebody else wrote there since it was read, or it is there already: read again.</summary>
    public static bool IsMoved(this RequestFailedException refusal) =>
        refusal.Status is 409 or 412 && Moved.Contains(refusal.ErrorCode, StringComparer.Ordinal);

    /// <summary>Nobody moved it: something keeps it from being written, and would at the next try.</summary>
    internal static bool IsHeld(this RequestFailedException refusal) =>
        refusal.Status is 409 or 412 && !refusal.IsMoved() && !Made.Contains(refusal.ErrorCode, StringComparer.Ordinal);

    public static bool IsMissing(this RequestFailedException refusal) => refusal.Status == 404;
}
