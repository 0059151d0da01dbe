using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>An upload of a plan.</summary>
/// <param name="What">What it says; nothing that counts, if it is bad.</param>
/// <param name="Version">From 1: later ones replace it at its path.</param>
internal sealed record PlannedUpload(NaiveUpload What, int Version)
{
    /// <summary>No table at all: it is refused, and harms nobody (law 10).</summary>
    public bool IsBad { get; init; }

    public string Code => What.Code;

    public string File { get; } = ExportCsv.FileName(What);

    public string Name => $"{Code}/{File}";

    public byte[] Content => IsBad ? "không phải bảng"u8.ToArray() : ExportCsv.Render(What);

    public override string ToString() => $"{Name} v{Version}";
}
