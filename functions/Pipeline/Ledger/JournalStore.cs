using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>The journal in blob storage: entries and markers are added once and never changed.</summary>
public sealed class JournalStore(Store store, DamageMarks marks)
{
    private readonly BlobContainerClient container = store.Container(StoredNames.Journal);

    /// <summary>
    /// Adds an upload's first reading, and returns the reading that counts: the journal's own where it already has
    /// one (another profile or another version of this program may have read it), null where it was withdrawn.
    /// </summary>
    public async Task<JournalEntry?> AddAsync(JournalEntry entry, CancellationToken cancellation)
    {
        if (await TryAddAsync(entry, cancellation))
            return entry;
        // The same upload delivered again, or our own request repeated after a lost answer.
        var place = await FindAsync(entry.Unit, entry.Stamp, cancellation);
        return place is { Counts: true } ? await ReadAsync(place.Path, cancellation) : null;
    }

    /// <summary>Adds one reading; false when there is one with its number.</summary>
    public Task<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellation) =>
        AddOnceAsync(entry.Path, JournalCodec.Write(entry), cancellation);

    /// <summary>Takes an upload out, whether it has been read yet or not; the first marker stays and is returned.</summary>
    public async Task<Withdrawal> WithdrawAsync(
        string unit,
        Stamp stamp,
        Withdrawal withdrawal,
        CancellationToken cancellation
    ) =>
        await AddOnceAsync(Marker(unit, stamp), withdrawal.ToMarker(), cancellation)
            ? withdrawal
            : await ReadWithdrawalAsync(unit, stamp, cancellation);

    public async Task<Withdrawal> ReadWithdrawalAsync(string unit, Stamp stamp, CancellationToken cancellation)
    {
        var path = Marker(unit, stamp);
        var blob = await container.GetBlobClient(path).DownloadContentAsync(cancellation);
        try
        {
            return Withdrawal.FromMarker(blob.Value.Content);
        }
        catch (InvalidDataException unreadable)
        {
            throw await NotedAsync(
                path,
                "dấu rút tệp bị cụt hoặc hỏng (tệp vẫn được coi là đã rút), cần phục hồi tệp này từ bản sao lưu",
                unreadable,
                cancellation
            );
        }
    }

    /// <summary>Every marker of a unit can be read; that they are there is all that its figures rest on.</summary>
    /// <exception cref="DamagedJournalException">One can't.</exception>
    public async Task CheckMarkersAsync(string unit, IEnumerable<Stamp> withdrawn, CancellationToken cancellation)
    {
        foreach (var stamp in withdrawn)
            await ReadWithdrawalAsync(unit, stamp, cancellation);
    }

    /// <summary>Derived without what its ledger names and the journal lacks, a unit's figures would silently be others.</summary>
    /// <exception cref="DamagedJournalException">Something is lost.</exception>
    public async Task CheckNothingLostAsync(
        UnitLedger stored,
        IReadOnlyList<JournalPlace> places,
        CancellationToken cancellation
    )
    {
        if (JournalPlace.Lost(stored, places) is [var lost, ..])
            throw await LostAsync(lost, cancellation);
    }

    /// <summary>What is thrown of something that others tell of and that isn't there; health names it.</summary>
    public async Task<DamagedJournalException> LostAsync(JournalPlace lost, CancellationToken cancellation) =>
        lost.IsWithdrawn
            ? await NotedAsync(
                Marker(lost.Unit, lost.Stamp),
                "dấu rút tệp đã mất, cần phục hồi tệp này từ bản sao lưu, hoặc rút lại tệp",
                null,
                cancellation
            )
            : await NotedAsync(
                lost.Path,
                "mục nhật ký đã mất mà phiếu nhận tệp nói đã tính; tệp gốc còn trong exports thì chạy cchc retake MÃ_ĐƠN_VỊ, hoặc phục hồi mục này từ bản sao lưu; không có cả hai thì rút tệp rồi gửi lại",
                null,
                cancellation
            );

    /// <summary>Whether what was marked can be read now, or isn't needed any more: its upload was withdrawn, or it was none of the journal's.</summary>
    public async Task<bool> IsMendedAsync(Damage damage, CancellationToken cancellation)
    {
        var path = damage.Place[(StoredNames.Journal.Length + 1)..];
        try
        {
            var isThere = (await container.GetBlobClient(path).ExistsAsync(cancellation)).Value;
            if (!JournalPlace.IsPlace(path) || (!isThere && DamagedJournalException.IsForeign(damage)))
                return !isThere;
            var place = JournalPlace.Of([path])[0];
            if (!isThere)
                return !place.IsWithdrawn
                    && await FindAsync(place.Unit, place.Stamp, cancellation) is { } present
                    && (present.IsWithdrawn || present.Reading >= place.Reading);
            if (place.IsWithdrawn)
                await ReadWithdrawalAsync(place.Unit, place.Stamp, cancellation);
            else
                await ReadAsync(path, cancellation);
            return true;
        }
        catch (DamagedJournalException)
        {
            return false;
        }
    }

    /// <summary>Units that have entries or markers.</summary>
    /// <param name="code">Only holders of this code; null = all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> UnitsAsync(string? code, CancellationToken cancellation)
    {
        var units = new List<string>();
        var options = new GetBlobsByHierarchyOptions { Delimiter = "/", Prefix = code };
        await foreach (var item in container.GetBlobsByHierarchyAsync(options, cancellation))
        {
            var unit = item.IsPrefix ? item.Prefix.TrimEnd('/') : null;
            if (
                unit is not null
                && (code is null || unit == code || unit.StartsWith($"{code}-", StringComparison.Ordinal))
            )
                units.Add(unit);
        }
        return units;
    }

    /// <summary>Every upload of a unit, withdrawn ones too.</summary>
    public Task<IReadOnlyList<JournalPlace>> PlacesAsync(string unit, CancellationToken cancellation) =>
        ListAsync(Paths.JournalOf(unit), cancellation);

    /// <summary>One upload's place; null when the journal has nothing of it.</summary>
    public async Task<JournalPlace?> FindAsync(string unit, Stamp stamp, CancellationToken cancellation)
    {
        var prefix = Paths.JournalUpload(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16);
        return (await ListAsync(prefix, cancellation)) is [var place] ? place : null;
    }

    public async Task<JournalEntry> ReadAsync(string path, CancellationToken cancellation)
    {
        var blob = await container.GetBlobClient(path).DownloadContentAsync(cancellation);
        var reading = int.Parse(path.AsSpan(path.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
        string own;
        try
        {
            var entry = JournalCodec.Read(blob.Value.Content.ToMemory(), reading);
            if ((own = entry.Path) == path)
                return entry;
        }
        catch (Exception unreadable)
            when (unreadable is InvalidDataException or JsonException or FormatException or ArgumentException)
        {
            throw await NotedAsync(
                path,
                "mục nhật ký bị cụt hoặc hỏng, cần phục hồi tệp này từ bản sao lưu",
                unreadable,
                cancellation
            );
        }
        throw await NotedAsync(path, DamagedJournalException.WordsOfForeign(own), null, cancellation);
    }

    /// <summary>Health turns red by the blob's name; who derives the unit once it is readable again clears the mark.</summary>
    private async Task<DamagedJournalException> NotedAsync(
        string path,
        string words,
        Exception? unreadable,
        CancellationToken cancellation
    )
    {
        var unit = path[..path.IndexOf('/', StringComparison.Ordinal)];
        var damaged = new DamagedJournalException(unit, path, words, unreadable);
        await marks.SetAsync(damaged.Damage, cancellation);
        return damaged;
    }

    /// <summary>All that counts of a unit, a few requests at a time.</summary>
    public Task<UnitJournal> ReadAllAsync(string unit, CancellationToken cancellation) =>
        ReadAllAsync(unit, [], cancellation);

    /// <summary>The same, but for readings that are held in memory as they stand in the journal.</summary>
    public async Task<UnitJournal> ReadAllAsync(
        string unit,
        IReadOnlyList<JournalEntry> held,
        CancellationToken cancellation
    )
    {
        var known = held.DistinctBy(entry => entry.Path).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var places = await PlacesAsync(unit, cancellation);
        var counting = places.Where(place => place.Counts).ToList();
        var entries = new JournalEntry[counting.Count];
        await Parallel.ForEachAsync(
            counting.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
            async (at, token) =>
                entries[at.Index] = known.GetValueOrDefault(at.Item.Path) ?? await ReadAsync(at.Item.Path, token)
        );
        return new(entries, [.. places.Where(place => place.IsWithdrawn).Select(place => place.Stamp)]);
    }

    private async Task<IReadOnlyList<JournalPlace>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            // Passed over, an entry under a wrong name would silently be missing from the figures.
            if (!JournalPlace.IsPlace(blob.Name))
                throw await NotedAsync(
                    blob.Name,
                    "tên tệp không phải là tên của mục nhật ký; đổi lại tên đúng, hoặc chuyển tệp ra khỏi nhật ký",
                    null,
                    cancellation
                );
            names.Add(blob.Name);
        }
        return JournalPlace.Of(names);
    }

    private async Task<bool> AddOnceAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            return false;
        }
    }

    private static string Marker(string unit, Stamp stamp) =>
        Paths.JournalWithdrawal(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16);
}
