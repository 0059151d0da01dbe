namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function may know about its own invocation.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IServiceProvider InstanceServices { get; set; }

    public virtual CancellationToken CancellationToken { get; }
}

public abstract class FunctionDefinition
{
    public abstract string Name { get; }
}
