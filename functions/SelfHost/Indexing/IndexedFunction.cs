using System.Reflection;

namespace CCHC.SelfHost.Indexing;

/// <summary>A function that can be run: checked, its settings resolved, each parameter with the way to its value.</summary>
internal sealed record IndexedFunction(string Name, MethodInfo Method, Trigger Trigger, IReadOnlyList<Bind> Parameters)
{
    /// <summary>As the official host spells it in messages and status blobs.</summary>
    public string Id => $"Host.Functions.{Name}";
}

/// <summary>Takes a parameter's value from what triggered the function.</summary>
internal delegate ValueTask<object?> Bind(object cause, Invocation invocation);

/// <summary>What a function may know of its own invocation.</summary>
internal sealed record Invocation(IServiceProvider Services, CancellationToken Cancellation);

/// <summary>What sets a function off, resolved and checked.</summary>
internal abstract record Trigger
{
    /// <summary>The way to this parameter's value, or null when this kind of trigger has nothing for it.</summary>
    public abstract Bind? BinderFor(ParameterInfo parameter);

    /// <summary>What a method of this trigger may return.</summary>
    public virtual bool Allows(Type result) => result == typeof(void);
}
