using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Fields to be added or replaced by id; no spelling may mean two of them.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Replaced">Those whose id was there.</param>
/// <param name="Text">The whole list after the import.</param>
internal sealed record FieldImport(IReadOnlyList<ListedField> Added, IReadOnlyList<ListedField> Replaced, string Text)
{
    /// <summary>Holds what is imported against what is there.</summary>
    /// <exception cref="InvalidDataException">A line is faulty; names it.</exception>
    public static FieldImport Parse(string text, string present)
    {
        var imported = FieldCsv.Parse(text).All;
        var before = FieldCsv.Parse(present).All;
        var ids = imported.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        var kept = new FieldList([.. before.Where(field => !ids.Contains(field.Id))]);
        foreach (var (field, line) in imported.Zip(CsvTable.Read(text)))
        {
            foreach (var name in field.Names)
            {
                if (kept.OwnerOf(name) is { } owner)
                    throw FieldCsv.Taken(line, name, owner);
            }
        }
        var known = before.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        List<ListedField> all = [.. kept.All, .. imported];
        return all.Count > FieldList.Most
            ? throw new InvalidDataException($"Danh mục sẽ có quá {FieldList.Most} lĩnh vực.")
            : new(
                [.. imported.Where(field => !known.Contains(field.Id))],
                [.. imported.Where(field => known.Contains(field.Id))],
                FieldCsv.Write(all)
            );
    }
}
