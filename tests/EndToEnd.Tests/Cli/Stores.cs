using System.Globalization;
using CCHC.SelfHost.Azurite;

[assembly: AssemblyFixture(typeof(CCHC.EndToEnd.Tests.Cli.Stores))]

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>One Azurite in memory with many accounts: a store of its own for whoever asks.</summary>
public sealed class Stores : IAsyncLifetime
{
    private const string Known = "devstoreaccount1";
    private const int Accounts = 90;
    private AzuriteProcess? azurite;
    private int given;

    public async ValueTask InitializeAsync()
    {
        // Azurite's own way to have more accounts than one; its key is public.
        const string setting = "AZURITE_ACCOUNTS";
        const string key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        var names = Enumerable.Range(0, Accounts).Select(Name).Append(Known);
        Environment.SetEnvironmentVariable(setting, string.Join(';', names.Select(name => $"{name}:{key}")));
        azurite = await AzuriteProcess.StartAsync(location: null);
        Environment.SetEnvironmentVariable(setting, null);
    }

    /// <summary>The connection string of an empty store.</summary>
    public string New() =>
        azurite!.ConnectionString.Replace(Known, Name(Interlocked.Increment(ref given) - 1), StringComparison.Ordinal);

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"cchctests{number:00}");
}
