using System.Globalization;
using CCHC.SelfHost.Azurite;

[assembly: AssemblyFixture(typeof(CCHC.EndToEnd.Tests.Cli.Stores))]

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>One Azurite in memory with many accounts: a store of its own for whoever asks.</summary>
public sealed class Stores : IAsyncLifetime
{
    // Every Azurite's own key, which is public.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int Accounts = 400;
    private AzuriteProcess? azurite;
    private int given;

    public async ValueTask InitializeAsync()
    {
        // Azurite's own way to have more accounts than one.
        const string setting = "AZURITE_ACCOUNTS";
        var names = Enumerable.Range(0, Accounts).Select(Name);
        Environment.SetEnvironmentVariable(setting, string.Join(';', names.Select(name => $"{name}:{Key}")));
        azurite = await AzuriteProcess.StartAsync(location: null);
        Environment.SetEnvironmentVariable(setting, null);
    }

    /// <summary>The connection string of an empty store.</summary>
    public string New()
    {
        var number = Interlocked.Increment(ref given) - 1;
        number.ShouldBeLessThan(Accounts, "Azurite answers 404 for an account that it doesn't know");
        var name = Name(number);
        return string.Join(';', azurite!.ConnectionString.Split(';').Select(part => Of(name, part)));
    }

    private static string Of(string name, string part) =>
        part.StartsWith("AccountName=", StringComparison.Ordinal) ? $"AccountName={name}"
        : part.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={Key}"
        : part.Contains("Endpoint=", StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] + name
        : part;

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"cchctests{number:00}");
}
