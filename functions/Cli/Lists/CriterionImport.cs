using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Criteria to be added or replaced by id, first day and unit; the whole list must stay valid.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Replaced">Those whose key was there.</param>
/// <param name="Text">The whole list after the import.</param>
internal sealed record CriterionImport(IReadOnlyList<Criterion> Added, IReadOnlyList<Criterion> Replaced, string Text)
{
    private static readonly string[] Columns =
    [
        "id",
        "name",
        "kind",
        "order",
        "requirement",
        "measure",
        "valid_from",
        "valid_to",
        "unit",
        "source",
        "shortcoming",
        "task",
    ];

    /// <summary>Holds what is imported against what is there.</summary>
    /// <exception cref="InvalidDataException">A line is faulty, names a unit that doesn't exist, or gives an id another kind.</exception>
    public static CriterionImport Parse(string text, string present, UnitRegister units)
    {
        var imported = CriterionCsv.Parse(text).All;
        var lines = CsvTable.Read(text).ToList();
        foreach (var (criterion, line) in imported.Zip(lines))
        {
            if (criterion.Unit is { } unit && units.Find(unit) is null)
                throw line.Fault($"không có đơn vị \"{unit}\" trong danh mục; nạp đơn vị trước: cchc units import");
        }
        var before = CriterionCsv.Parse(present).All;
        var keys = imported.Select(Key).ToHashSet();
        var kept = before.Zip(CsvTable.Read(present)).Where(at => !keys.Contains(Key(at.First))).ToList();
        foreach (var (criterion, line) in imported.Zip(lines))
        {
            if (kept.Find(at => at.First.Id == criterion.Id).First is { } other && other.Kind != criterion.Kind)
                throw line.Fault($"tiêu chí \"{criterion.Id}\" trong danh sách hiện có mang kind {other.Kind.Id()}");
        }
        var known = before.Select(Key).ToHashSet();
        return new(
            [.. imported.Where(criterion => !known.Contains(Key(criterion)))],
            [.. imported.Where(criterion => known.Contains(Key(criterion)))],
            ListText.Of(Columns, [.. kept.Select(at => at.Second), .. lines])
        );
    }

    private static (string, DateOnly, string?) Key(Criterion criterion) =>
        (criterion.Id, criterion.ValidFrom, criterion.Unit);
}
