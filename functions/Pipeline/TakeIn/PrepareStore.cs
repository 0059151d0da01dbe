using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Hosting;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Makes a store ready before anything runs on it: containers, tables, queues and the shipped lists.</summary>
public sealed class PrepareStore(
    Store store,
    StoreBirth birth,
    RegisterStore registers,
    AdoptLists lists,
    ProfileStore profiles,
    IEnumerable<SettingCheck> settings,
    RestoreMark restored
) : IHostedLifecycleService
{
    /// <summary>Creates what is missing and notes what the store is for ("work" or "demo"), if it is new.</summary>
    /// <exception cref="HalfRestoredException">
    /// It is being filled from a backup: whatever ran on it now would review, remind and mail anew.
    /// </exception>
    /// <exception cref="OtherSchemeException">The settings name another scheme than the store's.</exception>
    public async Task PrepareAsync(string purpose, CancellationToken cancellation)
    {
        await restored.RefuseHalfRestoredAsync(cancellation);
        await store.CreateMissingAsync(cancellation);
        await birth.NoteAsync(purpose, cancellation);
        await birth.KeepSchemeAsync(cancellation);
        await registers.SeedAsync(cancellation);
        await lists.AdoptAsync(cancellation);
        foreach (var setting in settings)
            await setting.NoteOwnAsync(cancellation);
        await profiles.NoteOwnAsync(cancellation);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => PrepareAsync("work", cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
