namespace CCHC.SelfHost.Hosting;

/// <summary>What the builder's extensions asked for.</summary>
internal sealed class HostPlan
{
    /// <summary>The classes to look for functions in; null for the entry assembly's.</summary>
    public Type[]? Classes { get; set; }

    public string[]? Urls { get; set; }

    /// <summary>Set by ConfigureFunctionsWebApplication.</summary>
    public bool HasHttp { get; set; }

    /// <summary>Set by WithoutHttp, which wins.</summary>
    public bool IsHttpLeftOff { get; set; }
}
