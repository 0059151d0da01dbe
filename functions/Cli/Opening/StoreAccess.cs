using System.CommandLine;
using CCHC.Cli.Printing;
using CCHC.Cli.Usage;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Opening;

/// <summary>Opens the store that --data or --storage name.</summary>
internal sealed class StoreAccess(GlobalOptions options, Screen screen, TimeProvider now)
{
    /// <summary>The time that it is.</summary>
    public TimeProvider Time => now;

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
    ) => OpenedStore.OpenAsync(PlaceOf(parsed), purpose, time, screen, cancellation);

    /// <summary>To be read only; null where nothing is there that could be read.</summary>
    public async Task<OpenedStore?> FindAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = PlaceOf(parsed);
        if (place.Storage is null && !Directory.Exists(place.AzuriteFolder))
            return null;
        var store = await OpenAsIsAsync(parsed, cancellation);
        if (await store.Get<StoreBirth>().IsNotedAsync(cancellation))
            return store;
        await store.DisposeAsync();
        return null;
    }

    private StorePlace PlaceOf(ParseResult parsed) =>
        new(
            parsed.GetValue(options.Data)!,
            parsed.GetValue(options.Storage) ?? Surroundings.Storage(),
            parsed.GetValue(options.Verbose)
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
