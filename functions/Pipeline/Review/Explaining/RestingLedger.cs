using System.Security.Cryptography;
using System.Text;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.Explaining;

/// <summary>A ledger with its archived dossiers, and the files of its uploads.</summary>
public sealed record KnownLedger(UnitLedger Ledger, IReadOnlyDictionary<Stamp, string> Files);

/// <summary>
/// The ledger on which a frozen figure rests: the present one if it holds exactly the entries that the review named,
/// else one derived in memory from just those, which the journal keeps forever.
/// </summary>
public sealed class RestingLedger(Store store, CurrentLedger ledgers, JournalStore journal, UploadFiles files)
{
    private const int Parallelism = 16;

    public async Task<KnownLedger> PresentAsync(string unit, CancellationToken cancellation) =>
        new(await ledgers.LoadWholeAsync(unit, cancellation), await files.OfAsync(unit, cancellation));

    public async Task<KnownLedger> OfAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        var present = await PresentAsync(reviewed.Unit.Id, cancellation);
        return FrozenJournal.Of(present.Ledger).Sha256 == reviewed.JournalSha256
            ? present
            : await DeriveAsync(reviewed, cancellation);
    }

    private async Task<KnownLedger> DeriveAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        var names = await NamesAsync(reviewed, cancellation);
        var entries = new JournalEntry[names.Length];
        await Parallel.ForEachAsync(
            names.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (at, token) => entries[at.Index] = await journal.ReadAsync(at.Item, token)
        );
        var ledger = ledgers.Derive(reviewed.Unit.Id, new UnitJournal(entries, []));
        return new(ledger, entries.ToDictionary(entry => entry.Stamp, entry => entry.File));
    }

    private async Task<string[]> NamesAsync(ReviewedUnit reviewed, CancellationToken cancellation)
    {
        var path = Paths.ReviewedJournal(reviewed.Period.Name, reviewed.Unit.Id, reviewed.JournalSha256[..16]);
        var blob = await store.Container(StoredNames.Reports).GetBlobClient(path).DownloadContentAsync(cancellation);
        var lines = blob.Value.Content.ToArray();
        if (Convert.ToHexStringLower(SHA256.HashData(lines)) != reviewed.JournalSha256)
            throw new InvalidDataException($"reports/{path} không đúng là bản đã chốt khi đánh giá.");
        return Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
