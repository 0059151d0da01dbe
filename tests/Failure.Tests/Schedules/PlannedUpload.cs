using CCHC.Pipeline.Tests.Oracle;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>An upload of a plan.</summary>
/// <param name="What">What it says.</param>
/// <param name="Version">From 1: later ones replace it at its path.</param>
internal sealed record PlannedUpload(NaiveUpload What, int Version)
{
    public string Code => What.Code;

    public string File { get; } = ExportCsv.FileName(What);

    public string Name => $"{Code}/{File}";

    public override string ToString() => $"{Name} v{Version}";
}
