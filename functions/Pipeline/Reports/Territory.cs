using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>How reports call the area under review and its units.</summary>
/// <param name="Whole">"toàn huyện".</param>
/// <param name="Name">"huyện Hồng Ngự".</param>
/// <param name="Kinds">"xã, thị trấn".</param>
public sealed record Territory(string Whole, string Name, string Kinds)
{
    private const string Committee = "UBND ";

    private static readonly (string Kind, string Name)[] Names =
    [
        ("commune", "xã"),
        ("ward", "phường"),
        ("town", "thị trấn"),
        ("special zone", "đặc khu"),
    ];

    public static Territory Of(Authority authority, IReadOnlyList<ReviewedUnit> units)
    {
        var kinds = Names
            .Where(name => units.Any(unit => unit.Unit.Kind == name.Kind))
            .Select(name => name.Name)
            .ToList();
        return new(
            After(authority.HeadShort) is { } level ? $"toàn {level}" : "toàn địa bàn",
            After(authority.Head) ?? "địa bàn",
            kinds.Count == 0 ? "đơn vị" : string.Join(", ", kinds)
        );
    }

    /// <summary>"10 xã, thị trấn".</summary>
    public string Count(int units) => $"{Vietnamese.Number(units)} {Kinds}";

    /// <summary>"05/10 xã, thị trấn".</summary>
    public string Count(int units, int all) => $"{Vietnamese.Number(units)}/{Vietnamese.Number(all)} {Kinds}";

    // A department's head heads no committee, and its area is not in the name.
    private static string? After(string head) =>
        head.IndexOf(Committee, StringComparison.Ordinal) is >= 0 and var at ? head[(at + Committee.Length)..] : null;
}
