using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Lost;
using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// What was found damaged and still is: rows and records are looked at again, so that health turns green as soon as one
/// is put right, by whatever means.
/// </summary>
public sealed class StandingDamages(
    Store store,
    JournalStore journal,
    DamageMarks marks,
    AskForMended reviews,
    MendDocuments documents,
    UnfinishedWork unfinished,
    ChecklistTable checklists
)
{
    private const string PullPlace = StoredNames.Settings + "/" + Paths.PullStates;

    /// <summary>Marks of what is put right go; those of reviews stay until the tick has asked for what waited.</summary>
    public async Task<IReadOnlyList<Damage>> ListAsync(CancellationToken cancellation)
    {
        var standing = new List<Damage>();
        foreach (var damage in await marks.ListAsync(cancellation))
        {
            if (await reviews.IsMendedAsync(damage, cancellation) is { } isMended)
            {
                if (!isMended)
                    standing.Add(damage);
            }
            else if (await IsPutRightAsync(damage, cancellation))
                await marks.ClearAsync(damage.Place, cancellation);
            else
                standing.Add(damage);
        }
        return standing;
    }

    private async Task<bool> IsPutRightAsync(Damage damage, CancellationToken cancellation)
    {
        if (await unfinished.IsPastAsync(damage, cancellation) is { } isPast)
            return isPast;
        if (await checklists.IsUncheckedAsync(damage, cancellation) is { } isUnchecked)
            return !isUnchecked;
        // Marked by an earlier program; who reads the list tells of it.
        if (UnitTable.IdOf(damage) is not null)
            return true;
        if (MendDocuments.IsOf(damage))
            return await documents.IsSoundAsync(damage, cancellation);
        var parts = damage.Place.Split('/');
        if (parts[0] == StoredNames.Journal)
            return await journal.IsMendedAsync(damage, cancellation);
        if (parts is [var table, var of, var row] && LostRow.IsOf(damage) && RowKinds.IsKept(damage))
            return await IsThereAsync(table, of, row, cancellation);
        if (parts is [var name, var partition, var key] && RowKinds.All.TryGetValue(name, out var read))
            return await IsReadableAsync(name, partition, key, read, cancellation);
        Func<BinaryData, bool>? isRecord = parts switch
        {
            [StoredNames.Notices, ..] when damage.Place.EndsWith(".json", StringComparison.Ordinal) => json =>
                IsIssued(json, damage.Place[(StoredNames.Notices.Length + 1)..]),
            [StoredNames.Notices, ..] => text => NumberClaims.Letter(text) is not null,
            // What a review froze is called by its content's hash.
            [StoredNames.Reports, _, "fields" or "journal", var named] => content => IsCalledSo(named, content),
            [StoredNames.Settings, ..] when damage.Place.StartsWith(PullPlace, StringComparison.Ordinal) => json =>
                PullState.TryFromJson(json.ToString()) is not null,
            _ => null,
        };
        return isRecord is not null && await IsSoundAsync(parts[0], damage.Place[(parts[0].Length + 1)..], isRecord);

        async Task<bool> IsSoundAsync(string container, string blob, Func<BinaryData, bool> isSound)
        {
            try
            {
                var content = await store.Container(container).GetBlobClient(blob).DownloadContentAsync(cancellation);
                return isSound(content.Value.Content);
            }
            catch (RequestFailedException gone) when (gone.IsMissing())
            {
                return container == StoredNames.Settings;
            }
        }
    }

    private static bool IsCalledSo(string name, BinaryData content) =>
        Path.GetFileNameWithoutExtension(name)
            .EndsWith(
                $"-{Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span))[..16]}",
                StringComparison.Ordinal
            );

    private static bool IsIssued(BinaryData json, string path)
    {
        try
        {
            return IssuedNotice.FromJson(json, path).Number.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<bool> IsThereAsync(string table, string partition, string key, CancellationToken cancellation) =>
        (
            await store.Table(table).GetEntityIfExistsAsync<TableEntity>(partition, key, ["RowKey"], cancellation)
        ).HasValue;

    /// <summary>A row that is gone is none that can't be read.</summary>
    private async Task<bool> IsReadableAsync(
        string table,
        string partition,
        string key,
        Action<StoredRow> read,
        CancellationToken cancellation
    )
    {
        var found = await store
            .Table(table)
            .GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        if (!found.HasValue)
            return true;
        try
        {
            read(new StoredRow(table, found.Value!));
            return true;
        }
        catch (UnreadableException)
        {
            return false;
        }
    }
}
