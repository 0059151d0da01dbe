using System.Globalization;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Finds what the journal has of an upload: under the unit and day that its readings gave it, which may be more than
/// one. Time of upload and content tell uploads apart, the file's name those sent at one moment with one content.
/// </summary>
public sealed class JournalledUploads(JournalStore journal, LedgerStore ledgers)
{
    /// <summary>The places of all uploads under a code, by unit and stamp.</summary>
    public async Task<ILookup<(long, ulong), JournalPlace>> UnderAsync(string code, CancellationToken cancellation)
    {
        var places = new List<JournalPlace>();
        foreach (var unit in await journal.UnitsAsync(code, cancellation))
            places.AddRange(await journal.PlacesAsync(unit, cancellation));
        return places.ToLookup(place => (place.Stamp.UploadedAt, place.Stamp.Sha));
    }

    /// <summary>One upload's own places.</summary>
    /// <param name="under">Of its code.</param>
    /// <param name="receipt">What was or would be told of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<JournalPlace>> OfAsync(
        ILookup<(long, ulong), JournalPlace> under,
        Receipt receipt,
        CancellationToken cancellation
    )
    {
        if (receipt.Sha256.Length == 0)
            return [];
        var own = new List<JournalPlace>();
        foreach (var place in under[(receipt.UploadedAt.UtcTicks, Sha(receipt.Sha256))])
        {
            if (await IsOfAsync(place, receipt, cancellation))
                own.Add(place);
        }
        return own;
    }

    /// <summary>
    /// Its places that the journal has lost: those that a ledger under its code names. Without a marker there, what the
    /// ledger counts would count for ever, and the entry again once put back.
    /// </summary>
    public async Task<IReadOnlyList<JournalPlace>> LostAsync(
        string code,
        Receipt receipt,
        CancellationToken cancellation
    )
    {
        if (receipt is not { Sha256.Length: > 0, AsOf: { } asOf })
            return [];
        var stamp = Stamp.Of(asOf, receipt.UploadedAt.UtcTicks, receipt.Sha256);
        var lost = new List<JournalPlace>();
        foreach (var unit in await ledgers.UnitsAsync(code, cancellation))
        {
            var stored = (await ledgers.LoadAsync(unit, cancellation)).Ledger;
            if (!stored.Uploads.ContainsKey(stamp) && !stored.Withdrawn.Contains(stamp))
                continue;
            var places = await journal.PlacesAsync(unit, cancellation);
            lost.AddRange(JournalPlace.Lost(stored, places).Where(place => place.Stamp == stamp));
        }
        return [.. lost.Select(place => place with { IsWithdrawn = false })];
    }

    private async Task<bool> IsOfAsync(JournalPlace place, Receipt receipt, CancellationToken cancellation)
    {
        // Under its own unit and day it is the upload's, whatever name it was first sent under (TwinUploads).
        if (place.Unit == receipt.Unit && place.Stamp.AsOf == receipt.AsOf)
            return true;
        try
        {
            return await FileOfAsync(place, cancellation) == receipt.File;
        }
        catch (DamagedJournalException)
        {
            // Its day has to do for its name: where no backup has it, the upload can be withdrawn or read again.
            return place.Stamp.AsOf == receipt.AsOf;
        }
    }

    private async Task<string> FileOfAsync(JournalPlace place, CancellationToken cancellation) =>
        place.Reading > 0
            ? (await journal.ReadAsync(place.Path, cancellation)).File
            : (await journal.ReadWithdrawalAsync(place.Unit, place.Stamp, cancellation)).File;

    private static ulong Sha(string sha256) =>
        ulong.Parse(sha256.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
