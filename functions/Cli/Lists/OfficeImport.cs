using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Offices to be added or replaced by id and first day; on no day may two answer for one field.</summary>
internal sealed record OfficeImport(IReadOnlyList<Office> Added, IReadOnlyList<Office> Replaced)
{
    public IEnumerable<Office> All => Added.Concat(Replaced);

    /// <summary>Holds what is imported against what is there.</summary>
    /// <exception cref="InvalidDataException">A line is faulty or a field would have two offices; names the line.</exception>
    public static OfficeImport Parse(string text, IReadOnlyList<Office> present)
    {
        var imported = OfficeCsv.Parse(text);
        var keys = imported.Select(Key).ToHashSet();
        var left = present.Where(office => !keys.Contains(Key(office))).ToList();
        foreach (var (office, line) in imported.Zip(CsvTable.Read(text)))
        {
            if (left.Find(other => AnswersForTheSame(other, office)) is { } rival)
                throw line.Fault(
                    $"{rival.Name} trong danh sách hiện có phụ trách một lĩnh vực của {office.Name} trong cùng thời gian; nạp cả hai trong một tệp"
                );
        }
        var known = present.Select(Key).ToHashSet();
        return new(
            [.. imported.Where(office => !known.Contains(Key(office)))],
            [.. imported.Where(office => known.Contains(Key(office)))]
        );
    }

    private static (string, DateOnly?) Key(Office office) => (office.Id, office.ValidFrom);

    private static bool AnswersForTheSame(Office one, Office other) =>
        one.Term.Overlaps(other.Term) && one.Fields.Intersect(other.Fields, StringComparer.Ordinal).Any();
}
