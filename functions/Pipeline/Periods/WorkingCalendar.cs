using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Periods;

/// <summary>Working days in Vietnam: Monday to Friday less the days off, plus the working Saturdays of swaps.</summary>
/// <remarks>The list is data that staff edit; days outside its span are <see cref="Covers">not covered</see>, which is a warning.</remarks>
public sealed class WorkingCalendar(
    IReadOnlySet<DateOnly> off,
    IReadOnlySet<DateOnly> workingSaturdays,
    DateOnly from,
    DateOnly to
)
{
    // domain.md §6: the span the shipped list covers.
    private static readonly DateOnly ShippedFrom = new(2021, 12, 1);
    private static readonly DateOnly ShippedTo = new(2026, 12, 31);

    /// <summary>From a CSV with columns date,kind (off or working_saturday).</summary>
    public static WorkingCalendar Parse(string csv)
    {
        var lines = CsvTable.Read(csv, "date", "kind").Select(line => (line, day: line.Date("date"))).ToList();
        var off = new HashSet<DateOnly>();
        var saturdays = new HashSet<DateOnly>();
        foreach (var (line, day) in lines)
        {
            var set = line["kind"] switch
            {
                "off" => off,
                "working_saturday" => saturdays,
                var other => throw line.Fault($"kind \"{other}\" phải là off hoặc working_saturday"),
            };
            set.Add(day ?? throw line.Fault("thiếu ngày"));
        }
        var last = off.Concat(saturdays).Append(ShippedTo).Max();
        return new WorkingCalendar(off, saturdays, ShippedFrom, new DateOnly(last.Year, 12, 31));
    }

    /// <summary>Where the list can't be read: it covers no day.</summary>
    public static WorkingCalendar Unknown { get; } =
        new(new HashSet<DateOnly>(), new HashSet<DateOnly>(), DateOnly.MaxValue, DateOnly.MinValue);

    public bool Covers(DateOnly day) => from <= day && day <= to;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? workingSaturdays.Contains(day) : !off.Contains(day);

    public IEnumerable<DateOnly> WorkingDays(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                yield return day;
        }
    }

    /// <summary>The n-th working day after <paramref name="day"/>, which itself doesn't count.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                count--;
        }
        return day;
    }
}
