using System.Globalization;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// Says which of two uploads spoke later (design.md §4, law 1): by as-of date, then time of upload, then content.
/// </summary>
/// <param name="AsOf">The day the upload speaks of.</param>
/// <param name="UploadedAt">UTC ticks.</param>
/// <param name="Sha">The first 64 bits of the content's SHA-256.</param>
public sealed record Stamp(DateOnly AsOf, long UploadedAt, ulong Sha) : IComparable<Stamp>
{
    public string Sha16 => Sha.ToString("x16", CultureInfo.InvariantCulture);

    public static Stamp Of(DateOnly asOf, long uploadedAt, string sha256) =>
        new(asOf, uploadedAt, ulong.Parse(sha256.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public int CompareTo(Stamp? other)
    {
        if (other is null)
            return 1;
        var byDay = AsOf.CompareTo(other.AsOf);
        if (byDay != 0)
            return byDay;
        var byTime = UploadedAt.CompareTo(other.UploadedAt);
        return byTime != 0 ? byTime : Sha.CompareTo(other.Sha);
    }
}
