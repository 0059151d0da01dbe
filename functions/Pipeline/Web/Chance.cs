using System.Security.Cryptography;

namespace CCHC.Pipeline.Web;

/// <summary>Where jitter comes from: numbers from 0 to 1.</summary>
public sealed record Chance(Func<double> Next)
{
    public static Chance Real { get; } = new(() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
}
