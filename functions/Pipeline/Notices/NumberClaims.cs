using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// Which letter has which number: one blob per authority, year and number, so that two clerks at once can't give one
/// number twice (NĐ 30/2020: numbers run from 1 January to 31 December).
/// </summary>
internal sealed class NumberClaims(Store store, IssuedNotices issued, DamageMarks damages)
{
    private const string LetterMetadata = "letter";

    /// <summary>All numbers that are taken, and by which letters; one that can't be read is marked, and not among them.</summary>
    public async Task<IReadOnlyList<NumberClaim>> ListAsync(CancellationToken cancellation)
    {
        var claims = new List<NumberClaim>();
        var container = store.Container(StoredNames.Notices);
        var options = new GetBlobsOptions { Prefix = Paths.NoticeNumbers, Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            // Older claims, and such as were put back by hand, say it only themselves.
            var letter = blob.Metadata.TryGetValue(LetterMetadata, out var noted)
                ? Letter(BinaryData.FromString(noted))
                : await LetterInAsync(container.GetBlobClient(blob.Name), cancellation);
            if (letter is var (period, unit))
                claims.Add(new(blob.Name, period, unit));
        }
        return claims;
    }

    private async Task<(string, string)?> LetterInAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(blob, cancellation) is var (period, unit, _) ? (period, unit) : null;
        }
        catch (DamagedLetterException)
        {
            return null;
        }
    }

    /// <summary>Takes the number for a letter; the letter that has it already keeps it.</summary>
    /// <returns>Period and unit of another letter that has it; null when this one has it now.</returns>
    public Task<(string Period, string Unit)?> TakeAsync(
        Authority authority,
        IssuedNotice notice,
        CancellationToken cancellation
    ) => TakeAsync(authority, notice, isRecorded: false, cancellation);

    /// <summary>The same for a letter that is recorded with its number: nobody without a record has it.</summary>
    /// <returns>Whether it has it now.</returns>
    public async Task<bool> PutBackAsync(Authority authority, IssuedNotice recorded, CancellationToken cancellation) =>
        await TakeAsync(authority, recorded, isRecorded: true, cancellation) is null;

    private async Task<(string Period, string Unit)?> TakeAsync(
        Authority authority,
        IssuedNotice notice,
        bool isRecorded,
        CancellationToken cancellation
    )
    {
        var blob = store.Container(StoredNames.Notices).GetBlobClient(PathOf(authority, notice));
        var condition = new BlobRequestConditions { IfNoneMatch = ETag.All };
        var contention = new Contention($"{StoredNames.Notices}/{blob.Name}");
        while (true)
        {
            try
            {
                var letter = $"{notice.Period}/{notice.Unit}";
                var options = new BlobUploadOptions
                {
                    Conditions = condition,
                    Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [LetterMetadata] = letter },
                };
                await blob.UploadAsync(BinaryData.FromString(letter), options, cancellation);
                return null;
            }
            catch (RequestFailedException taken) when (taken.IsMoved())
            {
                await contention.PauseAsync(cancellation, taken);
                var claim = await ReadAsync(blob, cancellation);
                if (claim is null)
                {
                    condition = new BlobRequestConditions { IfNoneMatch = ETag.All };
                    continue;
                }
                var (period, unit, etag) = claim.Value;
                if ((period, unit) == (notice.Period, notice.Unit))
                    return null;
                // A letter that got another number since doesn't need this one any more.
                if (
                    await issued.FindAsync(period, unit, cancellation) is { } other ? Holds(other, notice) : !isRecorded
                )
                    return (period, unit);
                condition = new BlobRequestConditions { IfMatch = etag };
            }
        }
    }

    /// <summary>Frees the number of a record that was replaced.</summary>
    public Task FreeAsync(Authority authority, IssuedNotice before, CancellationToken cancellation) =>
        store
            .Container(StoredNames.Notices)
            .GetBlobClient(PathOf(authority, before))
            .DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>The letter that a claim names; null where it names none.</summary>
    public static (string Period, string Unit)? Letter(BinaryData claim) =>
        claim.ToString().Split('/') is [{ Length: > 0 } period, { Length: > 0 } unit] ? (period, unit) : null;

    private static bool Holds(IssuedNotice other, IssuedNotice notice) =>
        other.Number == notice.Number && other.Date.Year == notice.Date.Year;

    public static string PathOf(Authority authority, IssuedNotice notice) =>
        Paths.NoticeNumber(notice.Date.Year, Slug.Of(string.Join(' ', authority.Issuer)), notice.Number);

    private async Task<(string Period, string Unit, ETag ETag)?> ReadAsync(
        BlobClient blob,
        CancellationToken cancellation
    )
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellation)).Value;
            if (Letter(content.Content) is var (period, unit))
                return (period, unit, content.Details.ETag);
            var damaged = new DamagedLetterException(blob.Name);
            await damages.SetAsync(damaged.Damage, cancellation);
            throw damaged;
        }
        catch (RequestFailedException gone) when (gone.IsMissing())
        {
            return null;
        }
    }
}

/// <summary>A number that is taken.</summary>
/// <param name="Path">Where that is noted.</param>
/// <param name="Period">Of the letter that has it.</param>
/// <param name="Unit">Of the letter that has it.</param>
internal sealed record NumberClaim(string Path, string Period, string Unit)
{
    public string Number => Paths.NumberIn(Path);
}
