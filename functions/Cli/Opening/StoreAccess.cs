using System.CommandLine;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;

namespace CCHC.Cli.Opening;

/// <summary>Opens the store that --data or --storage name.</summary>
internal sealed class StoreAccess(GlobalOptions options, Screen screen, TimeProvider now)
{
    /// <summary>For ordinary work, at the time that it is.</summary>
    public Task<OpenedStore> OpenAsync(ParseResult parsed, CancellationToken cancellation) =>
        OpenAsync(parsed, "work", now, cancellation);

    /// <summary>As it is, even if it is none yet: to be copied, or filled from a copy.</summary>
    public Task<OpenedStore> OpenAsIsAsync(ParseResult parsed, CancellationToken cancellation) =>
        OpenAsync(parsed, null, now, cancellation);

    public Task<OpenedStore> OpenAsync(
        ParseResult parsed,
        string? purpose,
        TimeProvider time,
        CancellationToken cancellation
    ) =>
        OpenedStore.OpenAsync(
            new StorePlace(
                parsed.GetValue(options.Data)!,
                parsed.GetValue(options.Storage) ?? Surroundings.Storage(),
                parsed.GetValue(options.Verbose)
            ),
            purpose,
            time,
            screen,
            cancellation
        );
}

/// <summary>Where a store lies.</summary>
/// <param name="Data">Our folder on this machine.</param>
/// <param name="Storage">A connection string, or an account's address; null = an Azurite of our own in the folder.</param>
/// <param name="IsVerbose">Whether its log is shown in full.</param>
internal sealed record StorePlace(string Data, string? Storage, bool IsVerbose)
{
    public string AzuriteFolder => Path.Combine(Data, "azurite");
}
