using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Source profiles to be added or replaced by name; all of them together must stay unambiguous.</summary>
internal sealed record ProfileImport(IReadOnlyList<StoredText> Added, IReadOnlyList<StoredText> Replaced)
{
    public IEnumerable<StoredText> All => Added.Concat(Replaced);

    /// <summary>Reads one profile as staff wrote it.</summary>
    /// <exception cref="InvalidDataException">It is faulty or names a unit that doesn't exist; names the place.</exception>
    public static (SourceProfile Profile, StoredText Text) Parse(string text, UnitRegister units)
    {
        var profile = SourceProfile.Parse(text);
        if (profile.Units.FirstOrDefault(code => !units.Knows(code)) is { } unknown)
            throw new InvalidDataException(
                $"units: không có đơn vị \"{unknown}\" trong danh mục; nạp đơn vị trước: cchc units import."
            );
        return (profile, new StoredText(Slug.Of(profile.Name), text));
    }

    /// <summary>Holds the profiles against those there.</summary>
    /// <exception cref="InvalidDataException">Two have one name, or one unit would have two profiles.</exception>
    public static ProfileImport Of(IReadOnlyList<StoredText> imported, IReadOnlyList<StoredText> present)
    {
        if (imported.GroupBy(profile => profile.Name).FirstOrDefault(named => named.Count() > 1) is { } twice)
            throw new InvalidDataException($"Hai mẫu có cùng tên ({twice.Key}).");
        var names = imported.Select(profile => profile.Name).ToHashSet(StringComparer.Ordinal);
        var left = present.Where(profile => !names.Contains(profile.Name)).ToList();
        var before = SourceProfiles.With(left).Problems;
        if (SourceProfiles.With([.. left, .. imported]).Problems.Except(before).FirstOrDefault() is { } problem)
            throw new InvalidDataException(problem);
        var known = present.Select(profile => profile.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. imported.Where(profile => !known.Contains(profile.Name))],
            [.. imported.Where(profile => known.Contains(profile.Name))]
        );
    }
}
