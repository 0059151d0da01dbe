using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Recovery;

/// <summary>Whether a store holds nothing but what every new one is given when the service first starts on it.</summary>
internal sealed class UnusedStore(Store store, RegisterStore registers)
{
    private const int RowsToTell = 1;
    private static readonly string[] GivenTables =
    [
        StoredNames.UnitsTable,
        StoredNames.TargetsTable,
        StoredNames.OfficesTable,
    ];

    /// <summary>What is noted of the lists that a new store was given.</summary>
    private static readonly string[] Notes =
    [
        Paths.OwnSetting(RegisterStore.DaysOff),
        .. GivenTables.Select(Paths.ListKeys),
        .. GivenTables.Select(table => Paths.OwnSetting(Paths.ListKeys(table))),
    ];

    /// <summary>Where something lies that somebody put there; null: nowhere.</summary>
    public async Task<string?> FindUseAsync(CancellationToken cancellation)
    {
        foreach (var container in StoredNames.Containers)
        {
            if (await BlobInAsync(container, cancellation) is { } blob)
                return $"{container}/{blob}";
        }
        foreach (var table in StoredNames.Tables.Except(GivenTables, StringComparer.Ordinal))
        {
            if (await RowInAsync(table, cancellation) is { } row)
                return $"{table}/{row}";
        }
        return await RegisterInUseAsync(cancellation);
    }

    /// <summary>Removes what a new store was given, but for rows that are written over.</summary>
    public async Task RemoveGivenAsync(string name, IReadOnlySet<(string, string)> kept, CancellationToken cancellation)
    {
        if (!GivenTables.Contains(name, StringComparer.Ordinal))
            return;
        var table = store.Table(name);
        var keys = (string[])["PartitionKey", "RowKey"];
        await foreach (var row in table.QueryAsync<TableEntity>(select: keys, cancellationToken: cancellation))
        {
            if (!kept.Contains((row.PartitionKey, row.RowKey)))
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    /// <summary>What is noted of the lists that a new store was given says nothing of those of an older backup.</summary>
    public async Task RemoveNotesAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var kept = manifest.Container(StoredNames.Settings)?.Blobs.Select(blob => blob.Name) ?? [];
        foreach (var note in Notes.Except(kept, StringComparer.Ordinal))
            await store.Container(StoredNames.Settings).DeleteBlobIfExistsAsync(note, cancellationToken: cancellation);
    }

    private async Task<string?> BlobInAsync(string container, CancellationToken cancellation)
    {
        try
        {
            await foreach (var blob in store.Container(container).GetBlobsAsync(cancellationToken: cancellation))
            {
                var isGiven =
                    container == StoredNames.Settings
                    && (
                        blob.Name is StoreBirth.Blob or StaffLists.Blob or RegisterStore.DaysOff
                        || Notes.Contains(blob.Name, StringComparer.Ordinal)
                    );
                if (!isGiven)
                    return blob.Name;
            }
            return null;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    private async Task<string?> RowInAsync(string table, CancellationToken cancellation)
    {
        try
        {
            await foreach (
                var row in store
                    .Table(table)
                    .QueryAsync<TableEntity>(maxPerPage: RowsToTell, cancellationToken: cancellation)
            )
                return $"{row.PartitionKey}/{row.RowKey}";
            return null;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Staff's lists, where they are others than those the program ships with.</summary>
    private async Task<string?> RegisterInUseAsync(CancellationToken cancellation)
    {
        try
        {
            var stored = await registers.ReadAsync(cancellation);
            return
                stored.Damages.Count == 0
                && stored.Units.All.All(Among(UnitCsv.Parse(Shipped.Units)))
                && stored.Targets.All(Among(Target.ParseCsv(Shipped.Targets)))
                && stored.Offices.All(Among(OfficeCsv.Parse(Shipped.Offices)))
                && await registers.DaysOffTextAsync(cancellation) == Shipped.DaysOff
                ? null
                : "settings";
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // Not even given what a new one is given, or not to the end.
            return null;
        }
    }

    /// <summary>By all that they say: lists in them have no equality of their own.</summary>
    private static Func<T, bool> Among<T>(IEnumerable<T> shipped)
    {
        var known = shipped.Select(each => JsonSerializer.Serialize(each)).ToHashSet(StringComparer.Ordinal);
        return stored => known.Contains(JsonSerializer.Serialize(stored));
    }
}
