namespace CCHC.Pipeline.Notices;

/// <summary>Many days in few words, month by month: "tháng 02 năm 2022: các ngày 07–11, 14; tháng 3 năm 2022: ngày 01".</summary>
public static class DayList
{
    public static string Of(IEnumerable<DateOnly> days) =>
        string.Join(
            "; ",
            days.Distinct()
                .Order()
                .GroupBy(day => (day.Year, day.Month))
                .Select(month =>
                    $"{Vietnamese.Month(month.Key.Year, month.Key.Month)}: {InMonth([.. month.Select(day => day.Day)])}"
                )
        );

    private static string InMonth(IReadOnlyList<int> days)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var day in days)
        {
            if (runs is [.., var (first, last)] && day == last + 1)
                runs[^1] = (first, day);
            else
                runs.Add((day, day));
        }
        return $"{(days.Count == 1 ? "" : "các ")}ngày {string.Join(", ", runs.Select(Run))}";
    }

    private static string Run((int First, int Last) run) =>
        run.First == run.Last
            ? Vietnamese.Number(run.First)
            : $"{Vietnamese.Number(run.First)}–{Vietnamese.Number(run.Last)}";
}
