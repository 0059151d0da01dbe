using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Cli.Lists;

/// <summary>Days off and working Saturdays to be added or replaced by their day.</summary>
/// <param name="Added">How many days are new.</param>
/// <param name="Replaced">How many were there.</param>
/// <param name="Text">The whole list after the import.</param>
internal sealed record DaysOffImport(int Added, int Replaced, string Text)
{
    private static readonly string[] Columns = ["date", "kind", "name", "confirmed"];

    /// <summary>Holds what is imported against what is there.</summary>
    /// <exception cref="InvalidDataException">A line is faulty; names it.</exception>
    public static DaysOffImport Parse(string text, string present)
    {
        _ = WorkingCalendar.Parse(text);
        var imported = new SortedDictionary<DateOnly, CsvLine>();
        foreach (var line in CsvTable.Read(text))
        {
            var day = line.Date("date")!.Value;
            if (!imported.TryAdd(day, line))
                throw line.Fault($"ngày {line["date"]} đã có ở dòng {imported[day].Line}");
            Check(line, day);
        }
        var all = new SortedDictionary<DateOnly, CsvLine>(
            CsvTable.Read(present).ToDictionary(line => line.Date("date")!.Value)
        );
        var replaced = imported.Keys.Count(all.ContainsKey);
        foreach (var (day, line) in imported)
            all[day] = line;
        return new(imported.Count - replaced, replaced, ListText.Of(Columns, all.Values));
    }

    private static void Check(CsvLine line, DateOnly day)
    {
        if (line["kind"] == "working_saturday" && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            throw line.Fault($"ngày {line["date"]} không phải là thứ Bảy hay Chủ nhật, không thể là ngày làm bù");
    }
}
