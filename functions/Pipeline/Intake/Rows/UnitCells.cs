using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>What the unit cell of a row says about whose row it is.</summary>
internal enum Ownership
{
    Own,

    /// <summary>Blank, no such column, or nobody to compare with.</summary>
    Unsaid,

    /// <summary>It names another listed unit.</summary>
    Others,

    /// <summary>It names no listed unit.</summary>
    Unclear,
}

/// <summary>Judges the unit cells of one file, each distinct text once, and counts whom they name.</summary>
internal sealed class UnitCells(UnitNames names, Unit? own)
{
    private const int Remembered = 4096;

    /// <summary>A list of so many units is the district's.</summary>
    private const int Several = 3;
    private readonly Dictionary<string, Claim> seen = new(StringComparer.Ordinal);
    private int filled;

    /// <summary>Units that are named.</summary>
    public int Named => Claims().Count();

    public bool AreSeveral => Named >= Several;

    /// <summary>The other unit that most cells name.</summary>
    public Unit? MostlyOthers =>
        Claims().FirstOrDefault(claim => claim.Unit != own && 2 * claim.Rows > filled && !AreSeveral).Unit;

    public Ownership Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || own is null)
            return Ownership.Unsaid;
        var claim = ClaimOf(text);
        filled++;
        claim.Rows++;
        return claim.Ownership;
    }

    /// <summary>The other unit that a text names.</summary>
    public Unit? Other(ReadOnlySpan<char> text) => ClaimOf(text).Unit;

    private IEnumerable<(Unit Unit, int Rows)> Claims() =>
        seen
            .Values.Where(claim => claim.Unit is not null)
            .GroupBy(claim => claim.Unit!)
            .Select(group => (group.Key, group.Sum(claim => claim.Rows)));

    private Claim ClaimOf(ReadOnlySpan<char> text)
    {
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
            return known;
        var claim = Judge(text);
        if (seen.Count < Remembered)
            lookup[text] = claim;
        return claim;
    }

    private Claim Judge(ReadOnlySpan<char> text)
    {
        var named = names.Named(text);
        if (named.Count == 0)
            named = names.WithOffice(text);
        if (named.Count == 0)
            return new Claim(Ownership.Unclear, null);
        return named.Contains(own!) ? new Claim(Ownership.Own, own) : new Claim(Ownership.Others, named[0]);
    }

    private sealed class Claim(Ownership ownership, Unit? unit)
    {
        public Ownership Ownership => ownership;
        public Unit? Unit => unit;
        public int Rows { get; set; }
    }
}
