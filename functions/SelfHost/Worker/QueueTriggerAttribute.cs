namespace Microsoft.Azure.Functions.Worker;

/// <summary>Fires for every message of a queue. Senders encode messages as host.json says, base64 unless it says none.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }
}
