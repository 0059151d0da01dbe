using Azure;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// One blob of settings that staff can change, read at most every few minutes; where they never wrote one, what the
/// program ships with holds. One that can't be read, or that they wrote and is gone, is never replaced by the shipped
/// one: what depends on it waits.
/// </summary>
/// <param name="store">The data account.</param>
/// <param name="blob">Its name in container settings, from <see cref="Paths"/>.</param>
/// <param name="parse">Reads it; throws <see cref="InvalidDataException"/> with a Vietnamese message.</param>
/// <param name="shipped">Its text where staff have none of their own.</param>
/// <param name="time">Tells how old the reading is.</param>
public sealed class StaffSetting<T>(Store store, string blob, Func<string, T> parse, string shipped, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    private readonly OwnSettings own = new(store);
    private (T Value, DateTimeOffset ReadAt)? last;

    /// <summary>As staff wrote it, or as shipped.</summary>
    /// <exception cref="UnreadableException">Nobody can tell what they wrote.</exception>
    public async Task<T> GetAsync(CancellationToken cancellation)
    {
        if (last is var (value, readAt) && time.GetUtcNow() - readAt < Freshness)
            return value;
        var read = await ReadAsync(cancellation);
        last = (read, time.GetUtcNow());
        return read;
    }

    /// <summary>As it is now.</summary>
    /// <exception cref="UnreadableException">Nobody can tell what they wrote.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellation) => Parse(await TextAsync(cancellation));

    /// <summary>What is wrong with it as it is stored now; null: nothing.</summary>
    public async Task<Damage?> DamageAsync(CancellationToken cancellation)
    {
        try
        {
            _ = await ReadAsync(cancellation);
            return null;
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Damage;
        }
    }

    /// <summary>The text to which staff's import adds; "nothing" where what they wrote can't be read any more.</summary>
    public async Task<string> TextToAddToAsync(string nothing, CancellationToken cancellation) =>
        await DamageAsync(cancellation) is null ? await TextAsync(cancellation) : nothing;

    /// <summary>The text as staff wrote it, or as shipped.</summary>
    /// <exception cref="UnreadableException">Nobody can tell what they wrote.</exception>
    public Task<string> ReadTextAsync(CancellationToken cancellation) => TextAsync(cancellation);

    /// <summary>Replaces the whole setting.</summary>
    /// <exception cref="InvalidDataException">It can't be read; nothing was changed.</exception>
    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        _ = parse(text);
        await own.WriteAsync(blob, text, cancellation);
        last = null;
    }

    /// <summary>Notes that staff wrote one, for a store of an earlier program, which didn't.</summary>
    public async Task NoteOwnAsync(CancellationToken cancellation)
    {
        if (await Client.ExistsAsync(cancellation) && !await own.IsNotedAsync(blob, cancellation))
            await own.NoteAsync(blob, "", cancellation);
    }

    private async Task<string> TextAsync(CancellationToken cancellation)
    {
        try
        {
            var read = (await Client.DownloadContentAsync(cancellation)).Value;
            return await own.IsAsWrittenAsync(blob, read, cancellation)
                ? read.Content.ToString()
                : throw new InvalidDataException(OwnSettings.Changed);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return await own.IsNotedAsync(blob, cancellation)
                ? throw Unreadable("thiết lập do cán bộ nhập đã mất", none)
                : shipped;
        }
        catch (InvalidDataException changed)
        {
            throw Unreadable(changed.Message, changed);
        }
    }

    private T Parse(string text)
    {
        try
        {
            return parse(text);
        }
        catch (InvalidDataException faulty)
        {
            throw Unreadable(faulty.Message, faulty);
        }
    }

    private UnreadableException Unreadable(string words, Exception cause) =>
        new(new Damage($"{StoredNames.Settings}/{blob}", $"{words}; nhập lại hoặc phục hồi từ bản sao lưu"), cause);

    private Azure.Storage.Blobs.BlobClient Client => store.Container(StoredNames.Settings).GetBlobClient(blob);
}

/// <summary>What health and the start of the program ask of every setting of staff.</summary>
public sealed record SettingCheck(
    Func<CancellationToken, Task<Damage?>> DamageAsync,
    Func<CancellationToken, Task> NoteOwnAsync
);

internal static class StaffSettings
{
    public static IServiceCollection AddStaffSetting<T>(
        this IServiceCollection services,
        string blob,
        Func<string, T> parse,
        string shipped
    )
        where T : class
    {
        services.AddSingleton(provider => new StaffSetting<T>(
            provider.GetRequiredService<Store>(),
            blob,
            parse,
            shipped,
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddSingleton(provider =>
        {
            var setting = provider.GetRequiredService<StaffSetting<T>>();
            return new SettingCheck(setting.DamageAsync, setting.NoteOwnAsync);
        });
    }
}
