namespace CCHC.SelfHost.Hosting;

/// <summary>What the builder was asked for.</summary>
/// <param name="classes">The classes to look for functions in.</param>
internal sealed class HostPlan(Type[] classes)
{
    public Type[] Classes => classes;

    public string[]? Urls { get; set; }

    public bool HasHttp { get; set; } = true;
}
