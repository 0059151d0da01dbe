namespace Microsoft.Azure.Functions.Worker;

/// <summary>Fires for every new or changed blob whose path fits, e.g. <c>exports/{unit}/{file}</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    public string BlobPath { get; } = blobPath;

    public string? Connection { get; set; }

    /// <summary>Makes no difference here: there is no Event Grid on a laptop, the container is listed either way.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}

public enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}
