namespace Microsoft.Azure.Functions.Worker;

/// <summary>Answers requests to <c>/api/{Route}</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>Null or none: every method.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>The function's name when null or empty, as on the official host.</summary>
    public string? Route { get; set; }
}

public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
