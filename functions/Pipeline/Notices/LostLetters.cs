using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// Records of issued letters are the truth, and the numbers given follow from them: a lost number is put back. A lost
/// record is named while its number, or the letter itself, still says that it was issued.
/// </summary>
public sealed partial class LostLetters(
    Store store,
    IssuedNotices issued,
    ReviewTable reviews,
    Registers registers,
    PeriodScheme scheme,
    DamageMarks damages,
    StaffSetting<Authorities> authorities,
    ILogger<LostLetters> log
)
{
    private const string LostWords = "hồ sơ công văn đã ban hành này đã mất";
    private readonly NumberClaims numbers = new(store, issued, damages);

    /// <summary>Puts lost numbers back, and names lost records until they are there again.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var claims = await numbers.ListAsync(cancellation);
        var (recorded, documents) = await issued.ListAsync("", cancellation);
        await issued.LookAsync(cancellation);
        await PutBackAsync(recorded, claims, cancellation);
        claims = await numbers.ListAsync(cancellation);
        var lost = Lost(recorded, documents, claims);
        foreach (var damage in await damages.ListAsync(cancellation))
        {
            if (IsOf(damage) && lost.All(other => other.Place != damage.Place))
                await damages.ClearAsync(damage.Place, cancellation);
        }
        foreach (var damage in lost)
            await damages.SetAsync(damage, cancellation);
    }

    /// <summary>Lost records, and records whose number is not noted; nothing is changed.</summary>
    public async Task<IReadOnlyList<Damage>> FindAsync(CancellationToken cancellation)
    {
        // A letter's number is noted before it is recorded.
        var (recorded, documents) = await issued.ListAsync("", cancellation);
        var claims = await numbers.ListAsync(cancellation);
        var unnoted = recorded
            .Except(claims.Select(claim => (claim.Period, claim.Unit)))
            .Select(letter => new Damage(
                $"{StoredNames.Notices}/{Paths.Issue(letter.Item1, letter.Item2)}",
                "số của công văn này không còn được ghi là đã cấp; cchc health ghi lại"
            ));
        return [.. Lost(recorded, documents, claims), .. unnoted];
    }

    private static List<Damage> Lost(
        IReadOnlySet<(string, string)> recorded,
        IReadOnlySet<(string, string)> documents,
        IReadOnlyList<NumberClaim> claims
    ) =>
        [
            .. documents
                .Concat(claims.Select(claim => (claim.Period, claim.Unit)).Where(letter => !recorded.Contains(letter)))
                .Distinct()
                .Select(letter => DamageOf(letter, claims)),
        ];

    /// <summary>The numbers that are taken, once each letter that may have one of a year has its own again.</summary>
    internal async Task<IReadOnlyList<NumberClaim>> ClaimsAsync(int year, CancellationToken cancellation)
    {
        var claims = await numbers.ListAsync(cancellation);
        // The letters of a year's last quarter are issued in the next.
        foreach (var of in (int[])[year - 1, year])
        {
            var prefix = of.ToString("0000", CultureInfo.InvariantCulture);
            await PutBackAsync((await issued.ListAsync(prefix, cancellation)).Recorded, claims, cancellation);
        }
        return claims;
    }

    private async Task PutBackAsync(
        IEnumerable<(string Period, string Unit)> recorded,
        IReadOnlyList<NumberClaim> claims,
        CancellationToken cancellation
    )
    {
        foreach (var (period, unit) in recorded.Except(claims.Select(claim => (claim.Period, claim.Unit))))
        {
            try
            {
                await PutBackAsync(period, unit, cancellation);
            }
            catch (DamagedLetterException)
            {
                // It is marked, and in nobody else's way.
            }
        }
    }

    private async Task PutBackAsync(string name, string id, CancellationToken cancellation)
    {
        if (
            await issued.FindAsync(name, id, cancellation) is not { } record
            || !Period.TryParse(name, scheme, out var period)
            || (await registers.GetAsync(cancellation)).Units.Find(id) is not { } unit
            || await reviews.FindAsync(period, unit, cancellation) is not { } reviewed
        )
            return;
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        if (await numbers.PutBackAsync(authority, record, cancellation))
            LogPutBack(record.Number, name, id);
    }

    private static bool IsOf(Damage damage) => damage.Words.StartsWith(LostWords, StringComparison.Ordinal);

    private static Damage DamageOf((string Period, string Unit) letter, IEnumerable<NumberClaim> claims)
    {
        var own = claims.Where(claim => (claim.Period, claim.Unit) == letter).Select(claim => claim.Number);
        var number = string.Join(", ", own) is { Length: > 0 } given ? given : "SỐ";
        return new(
            $"{StoredNames.Notices}/{Paths.Issue(letter.Period, letter.Unit)}",
            $"{LostWords}, hoặc lần ban hành bị ngắt giữa chừng: phục hồi từ bản sao lưu, hoặc ghi lại đúng số và ngày trên công văn: cchc notices issue {letter.Period} {letter.Unit} --number {number} --date NGÀY"
        );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Number {Number} of the letter {Period}/{Unit} was gone and is put back from the letter's record"
    )]
    private partial void LogPutBack(string number, string period, string unit);
}
