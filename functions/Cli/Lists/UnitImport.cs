using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Units to be added or replaced by their id; the whole register must stay valid.</summary>
internal sealed record UnitImport(IReadOnlyList<Unit> Added, IReadOnlyList<Unit> Replaced)
{
    public IEnumerable<Unit> All => Added.Concat(Replaced);

    /// <summary>Reads what is to be imported.</summary>
    /// <exception cref="InvalidDataException">A line is faulty, or two holders of a code would overlap; names the line.</exception>
    public static UnitImport Parse(string text, UnitRegister present)
    {
        var units = UnitCsv.Parse(text);
        var lines = CsvTable.Read(text).ToList();
        var last = new Dictionary<string, CsvLine>(StringComparer.Ordinal);
        foreach (var (unit, line) in units.Zip(lines))
        {
            if (!last.TryAdd(unit.Id, line))
                throw line.Fault($"đơn vị {unit.Id} đã có ở dòng {last[unit.Id].Line}");
        }
        foreach (var code in units.Zip(lines).GroupBy(at => at.First.Code))
            Check(code.Key, [.. code.Select(at => at.First)], code.Last().Second, present);
        return new(
            [.. units.Where(unit => present.Find(unit.Id) is null)],
            [.. units.Where(unit => present.Find(unit.Id) is not null)]
        );
    }

    private static void Check(UnitCode code, IReadOnlyList<Unit> imported, CsvLine line, UnitRegister present)
    {
        var ids = imported.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        try
        {
            _ = new UnitRegister(
                present.All.Where(unit => unit.Code == code && !ids.Contains(unit.Id)).Concat(imported)
            );
        }
        catch (InvalidDataException overlap)
        {
            throw line.Fault(overlap.Message.TrimEnd('.'));
        }
    }
}
