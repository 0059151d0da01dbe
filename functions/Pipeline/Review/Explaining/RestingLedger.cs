using System.Security.Cryptography;
using System.Text;
using Azure;
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
public sealed class RestingLedger(
    Store store,
    CurrentLedger ledgers,
    JournalStore journal,
    UploadFiles files,
    DamageMarks marks
)
{
    private const int Parallelism = 16;
    private const string Lost =
        "danh sách các lần nạp mà đánh giá đã chốt dựa vào bị mất hoặc hỏng; phục hồi tệp này từ bản sao lưu";

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
        var lines = await LinesAsync(path, cancellation);
        if (lines is null || Convert.ToHexStringLower(SHA256.HashData(lines)) != reviewed.JournalSha256)
        {
            var damage = new Damage($"{StoredNames.Reports}/{path}", Lost);
            await marks.SetAsync(damage, cancellation);
            throw new UnreadableException(damage);
        }
        return Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<byte[]?> LinesAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var blob = store.Container(StoredNames.Reports).GetBlobClient(path);
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }
}
