using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Ledger;

/// <summary>One figure row of a unit.</summary>
public readonly record struct RowKey(PeriodKey Period, string Suffix) : IComparable<RowKey>
{
    public int CompareTo(RowKey other) =>
        Period.CompareTo(other.Period) is var order and not 0 ? order : string.CompareOrdinal(Suffix, other.Suffix);
}

/// <summary>What a take-in did to the dossiers of one upload, kept until its receipt is sure.</summary>
/// <param name="Stamp">Of the upload.</param>
/// <param name="Changed">Dossiers whose state it changed.</param>
/// <param name="Superseded">Dossiers of which a later upload already said otherwise.</param>
/// <param name="SupersededCodes">The first of these.</param>
public sealed record UploadEffect(Stamp Stamp, int Changed, int Superseded, IReadOnlyList<string> SupersededCodes)
{
    /// <summary>So many codes are told to a sender.</summary>
    public const int MostCodes = 20;
}

/// <summary>
/// One saving of the ledger whose rows may not all have reached the KPI tables: kept in the ledger until some
/// take-in has published them and seen the ledger stand still (design.md §4, law 3).
/// </summary>
/// <param name="Id">Derived from its first upload.</param>
/// <param name="Since">UTC ticks of the saving.</param>
/// <param name="Effects">Per upload.</param>
/// <param name="Rows">Rows to publish.</param>
public sealed record Pass(string Id, long Since, IReadOnlyList<UploadEffect> Effects, IReadOnlyList<RowKey> Rows)
{
    /// <summary>After so long nobody who saved an unpublished pass can still be writing rows.</summary>
    private static readonly TimeSpan LongestTakeIn = TimeSpan.FromHours(1);

    /// <summary>Tells it from all others of its unit, also once it was read again.</summary>
    public (string Id, long Since) Key => (Id, Since);

    /// <summary>Whoever saved it has died before its rows were published.</summary>
    public bool IsAbandoned(DateTimeOffset now) => now.UtcTicks - Since > LongestTakeIn.Ticks;
}
