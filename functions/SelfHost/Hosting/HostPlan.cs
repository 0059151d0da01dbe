using System.Reflection;

namespace CCHC.SelfHost.Hosting;

/// <summary>What the builder's extensions asked for.</summary>
internal sealed class HostPlan
{
    public Assembly? FunctionsAssembly { get; set; }

    public string[]? Urls { get; set; }

    /// <summary>Set by ConfigureFunctionsWebApplication.</summary>
    public bool HasHttp { get; set; }

    /// <summary>Set by WithoutHttp, which wins.</summary>
    public bool IsHttpLeftOff { get; set; }
}
