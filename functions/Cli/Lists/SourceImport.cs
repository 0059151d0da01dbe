using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Sources to be added or replaced by id.</summary>
/// <param name="Added">Not there yet.</param>
/// <param name="Replaced">There already.</param>
/// <param name="Merged">The whole list afterwards.</param>
internal sealed record SourceImport(IReadOnlyList<PullSource> Added, IReadOnlyList<PullSource> Replaced, string Merged)
{
    /// <summary>Reads a list as staff wrote it.</summary>
    /// <exception cref="InvalidDataException">It is faulty or names a unit that doesn't exist.</exception>
    public static SourceImport Parse(string text, string present, UnitRegister units)
    {
        var sources = PullSources.Parse(text).All;
        foreach (var source in sources)
        {
            if (source.Units.FirstOrDefault(code => !units.Knows(code)) is { } unknown)
                throw new InvalidDataException(
                    $"nguồn \"{source.Id}\": không có đơn vị \"{unknown}\" trong danh mục; nạp đơn vị trước: cchc units import."
                );
        }
        var known = PullSources.Parse(present).All.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. sources.Where(source => !known.Contains(source.Id))],
            [.. sources.Where(source => known.Contains(source.Id))],
            PullSources.Merge(present, text)
        );
    }
}
