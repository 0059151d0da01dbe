using Azure;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// Storage keeps something from being written or deleted though nobody moved it: a lease, a policy. Trying again at
/// once would not help (design.md §4, law 9a); nothing of the work is lost, it is done again later.
/// </summary>
public sealed class HeldException(string place, RequestFailedException refusal)
    : RequestFailedException(
        refusal.Status,
        $"{place} is held ({refusal.Status} {refusal.ErrorCode}): a lease or a policy; it is tried again later.",
        refusal.ErrorCode,
        refusal
    )
{
    /// <summary>What is held, for people.</summary>
    public string Place { get; } = place;

    /// <summary>The same as half a sentence for staff.</summary>
    public string Words => $"{Place} đang bị khóa (lease) hoặc bị chính sách của kho lưu trữ giữ lại";
}
