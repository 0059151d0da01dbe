using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>Something stored that can't be read.</summary>
/// <param name="Place">Container and blob, or table and keys, e.g. "journal/29956/2022-03-09/…" or "Units/unit/29956".</param>
/// <param name="Words">What is wrong with it, in Vietnamese, for staff.</param>
public sealed record Damage(string Place, string Words);

/// <summary>
/// Marks of what lies damaged in storage: while one stands, health is red and names it (design.md §4, law 2b). Who
/// next reads or writes the place in good order clears its mark.
/// </summary>
public sealed class DamageMarks(Store store)
{
    public async Task SetAsync(Damage damage, CancellationToken cancellation) =>
        await Blob(damage.Place)
            .UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(damage, DamageJson.Default.Damage)),
                overwrite: true,
                cancellation
            );

    public Task ClearAsync(string place, CancellationToken cancellation) =>
        Blob(place).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>A unit's journal was read from end to end, every entry whole; and its ledger, or that was replaced.</summary>
    public async Task ClearUnitAsync(string unit, bool isLedgerWhole, CancellationToken cancellation)
    {
        var (journal, ledger) = (
            $"{StoredNames.Journal}/{Paths.JournalOf(unit)}",
            $"{StoredNames.Ledger}/{Paths.LedgerOf(unit)}"
        );
        foreach (var damage in await ListAsync(cancellation))
        {
            if (
                damage.Place.StartsWith(journal, StringComparison.Ordinal)
                || (isLedgerWhole && damage.Place.StartsWith(ledger, StringComparison.Ordinal))
            )
                await ClearAsync(damage.Place, cancellation);
        }
    }

    public async Task<IReadOnlyList<Damage>> ListAsync(CancellationToken cancellation)
    {
        var damages = new List<Damage>();
        var container = store.Container(StoredNames.Settings);
        await foreach (
            var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = Paths.Damages }, cancellation)
        )
        {
            try
            {
                var mark = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                if (JsonSerializer.Deserialize(mark.Value.Content, DamageJson.Default.Damage) is { } damage)
                    damages.Add(damage);
            }
            catch (RequestFailedException cleared) when (cleared.IsMissing())
            {
                // Put right since it was listed.
            }
            catch (JsonException)
            {
                damages.Add(new($"{StoredNames.Settings}/{blob.Name}", "dấu ghi hư hỏng này không đọc được"));
            }
        }
        return damages;
    }

    /// <summary>A place may be longer than a blob's name: its hash names the mark, the place stands inside.</summary>
    private Azure.Storage.Blobs.BlobClient Blob(string place) =>
        store
            .Container(StoredNames.Settings)
            .GetBlobClient(Paths.Damage(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Damage))]
internal sealed partial class DamageJson : JsonSerializerContext;
