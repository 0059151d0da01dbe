namespace CCHC.Triggers;

/// <summary>Names of the connections that triggers use.</summary>
public static class Connections
{
    /// <summary>The data account; the host's own state lies in AzureWebJobsStorage.</summary>
    public const string Data = "Data";
}
