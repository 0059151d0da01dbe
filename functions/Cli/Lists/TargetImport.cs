using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Targets to be added or replaced by KPI, first day and unit.</summary>
internal sealed record TargetImport(IReadOnlyList<Target> Added, IReadOnlyList<Target> Replaced)
{
    public IEnumerable<Target> All => Added.Concat(Replaced);

    /// <summary>Reads what is to be imported.</summary>
    /// <exception cref="InvalidDataException">A line is faulty or names a unit that doesn't exist.</exception>
    public static TargetImport Parse(string text, IReadOnlyList<Target> present, UnitRegister units)
    {
        var targets = Target.ParseCsv(text);
        foreach (var (target, line) in targets.Zip(CsvTable.Read(text)))
        {
            if (target.Unit is { } unit && units.Find(unit) is null)
                throw line.Fault($"không có đơn vị \"{unit}\" trong danh mục; nạp đơn vị trước: cchc units import");
        }
        var keys = present.Select(Key).ToHashSet();
        return new(
            [.. targets.Where(target => !keys.Contains(Key(target)))],
            [.. targets.Where(target => keys.Contains(Key(target)))]
        );
    }

    private static (string, DateOnly, string?) Key(Target target) => (target.Kpi, target.ValidFrom, target.Unit);
}
