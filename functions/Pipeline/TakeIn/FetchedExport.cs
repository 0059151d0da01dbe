using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.TakeIn;

/// <summary>An export as the listing shows it.</summary>
public sealed record ListedExport(string Name, string ETag, DateTimeOffset LastModified);

/// <summary>An export as fetched; one that is too large comes without content.</summary>
public sealed record FetchedExport(Upload Upload, long Size)
{
    /// <summary>How long it had lain in its place, by the storage's own clock.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Its sender sees the receipt at once, and isn't written to.</summary>
    public bool IsAttended { get; init; }
}
