using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Units;

/// <summary>One holder of a code during one span of days; both ends are inclusive, an empty end is open.</summary>
/// <param name="Code">The code communes upload under.</param>
/// <param name="Name">Official name, e.g. "Xã Thường Phước 1".</param>
/// <param name="Kind">commune, ward, town or special zone.</param>
/// <param name="Parent">Code of the district or province above it.</param>
/// <param name="ValidFrom">First day; empty for holders older than the system.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Successors">Codes of the units it was merged into or split between; never summed into.</param>
public sealed record Unit(
    UnitCode Code,
    string Name,
    string Kind,
    string Parent,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Successors
)
{
    /// <summary>Addresses that letters, reminders and warnings go to, separated by ';'; empty = none known.</summary>
    public string Mail { get; init; } = "";

    /// <summary>The agency parts that its dossier codes carry; empty = nobody listed them.</summary>
    public IReadOnlyList<string> AgencyCodes { get; init; } = [];

    /// <summary>The id used in every key, path, column and command: the code, and for a holder with a first day that day.</summary>
    public string Id { get; } =
        ValidFrom is { } from
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Code}-{from:yyyyMMdd}")
            : Code.Text;

    public Term Term => new(ValidFrom, ValidTo);
}
