using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Units;

/// <summary>A specialised office that answers for fields of procedures (domain.md §1, S11), during one span of days.</summary>
/// <param name="Id">ASCII slug: tu-phap.</param>
/// <param name="Name">"Phòng Tư pháp".</param>
/// <param name="Head">Its head, as letters address them: "Trưởng phòng Tư pháp".</param>
/// <param name="Fields">Ids of the fields it answers for.</param>
/// <param name="Mail">Addresses, separated by ';'; empty = none known.</param>
/// <param name="ValidFrom">First day; empty = since ever.</param>
/// <param name="ValidTo">Last day; empty = open.</param>
public sealed record Office(
    string Id,
    string Name,
    string Head,
    IReadOnlyList<string> Fields,
    string Mail,
    DateOnly? ValidFrom,
    DateOnly? ValidTo
)
{
    public Term Term => new(ValidFrom, ValidTo);

    /// <summary>The office that answers for a field on that day; null when nobody was named.</summary>
    public static Office? For(IEnumerable<Office> offices, string field, DateOnly day) =>
        offices.FirstOrDefault(office =>
            office.Term.Includes(day) && office.Fields.Contains(field, StringComparer.Ordinal)
        );
}
