namespace CCHC.Pipeline.Reports;

/// <summary>Configuration section "Reports".</summary>
public sealed record ReportSettings
{
    /// <summary>The news draft names units; otherwise it only counts them: "05/10 xã".</summary>
    public bool NameUnitsInNews { get; init; }
}
