namespace CCHC.Pipeline.Notices;

/// <summary>How an authority's letters address and name a unit; {unit} stands for "xã Long Khánh A".</summary>
public sealed record UnitForms
{
    private const string Place = "{unit}";

    /// <summary>After "Kính gửi:".</summary>
    public string Addressee { get; init; } = "Chủ tịch Ủy ban nhân dân {unit}";

    /// <summary>Its committee when first named, with the abbreviation used from then on.</summary>
    public string CommitteeInFull { get; init; } = "Ủy ban nhân dân (UBND) {unit}";

    /// <summary>Its committee when named again.</summary>
    public string Committee { get; init; } = "UBND {unit}";

    /// <summary>Who is told to correct.</summary>
    public string Head { get; init; } = "Chủ tịch UBND {unit}";

    /// <summary>One of the forms with a unit's name in it.</summary>
    public static string Fill(string form, string unit) => form.Replace(Place, unit, StringComparison.Ordinal);

    internal IEnumerable<string> Faults() =>
        new[]
        {
            ("addressee", Addressee),
            ("committeeInFull", CommitteeInFull),
            ("committee", Committee),
            ("head", Head),
        }
            .Where(form => !form.Item2.Contains(Place, StringComparison.Ordinal))
            .Select(form => $"units.{form.Item1} phải có {Place}");
}
