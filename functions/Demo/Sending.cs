using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Demo;

/// <summary>A working day of a desk: its number in the quarter, and the lines its export should have.</summary>
internal sealed record WorkingDay(int Number, DateOnly Day, IReadOnlyList<Line> Lines);

/// <summary>A desk's uploads of the quarter: each day's changes since its last good file, and its slips.</summary>
/// <param name="desk">Whose uploads.</param>
/// <param name="unit">Its unit.</param>
/// <param name="dossiers">All that its files speak of.</param>
/// <param name="strangers">Another desk's lines on a day.</param>
/// <param name="times">When it uploads.</param>
/// <param name="told">What is known above of each dossier, by code; grows with every file.</param>
/// <param name="chance">Decides on its slips.</param>
internal sealed class Sending(
    Desk desk,
    Unit unit,
    IReadOnlyList<DemoDossier> dossiers,
    Func<DateOnly, IReadOnlyList<Line>> strangers,
    UploadTimes times,
    Dictionary<string, DemoState> told,
    Chance chance
)
{
    private readonly Rendering rendering = new(desk, unit);

    public IEnumerable<DemoFile> Files(WorkingCalendar calendar)
    {
        var days = calendar.WorkingDays(desk.FirstDay, desk.LastDay).ToList();
        var slips = new Slips(desk, days.Count, chance);
        foreach (var (number, day) in days.Index())
        {
            var today = new WorkingDay(number, day, LinesOn(day));
            if (IsForgotten(number, days.Count))
                continue;
            var slip = desk.EndsLate && day == desk.LastDay ? Slip.Late : slips.On(number, today.Lines.Count);
            foreach (var file in slip is { } happened ? Slipped(today, happened) : [Good(today)])
                yield return file;
        }
    }

    private bool IsForgotten(int number, int days) =>
        desk.Forgets > 0 && (number + 1) % desk.Forgets == 0 && number < days - 4;

    private List<Line> LinesOn(DateOnly day) =>
        [
            .. dossiers
                .Select(dossier => (dossier, state: dossier.On(day)))
                .Where(at =>
                    at.state is not null && (IsFullList(day) || told.GetValueOrDefault(at.dossier.Code) != at.state)
                )
                .Select(at => new Line(at.dossier, at.state!)),
        ];

    private bool IsFullList(DateOnly day) => desk.SendsFullLists && day.DayOfWeek is DayOfWeek.Friday;

    private DemoFile[] Slipped(WorkingDay today, Slip slip) =>
        slip switch
        {
            Slip.Skipped => [],
            Slip.Late => [Good(today) with { UploadedAt = times.DaysLater(today, desk.EndsLate ? 2 : 3) }],
            Slip.SentTwice => SentTwice(today),
            Slip.Corrected => Corrected(today),
            Slip.FaultyRows => [WithFaultyRows(today)],
            Slip.Quiet => [Of(today, [], Outcome.Accepted)],
            Slip.NoHeader => [Of(today, today.Lines, Outcome.Quarantined, slip)],
            Slip.NoCodeColumn => [Of(today, today.Lines, Outcome.Quarantined, slip), Again(today)],
            Slip.Empty => [Of(today, [], Outcome.Refused) with { Content = [] }],
            Slip.OtherUnit => [Of(today, strangers(today.Day), Outcome.Quarantined), Again(today)],
            Slip.UnknownStatuses => [Of(today, FaultyLines.All(today.Lines), Outcome.Refused), Again(today)],
            Slip.FutureName => FutureName(today),
            Slip.Truncated => Truncated(today),
        };

    private DemoFile[] SentTwice(WorkingDay today)
    {
        var first = Good(today);
        var second = first with { File = Name(today, " (1)"), UploadedAt = times.Evening(today) };
        return [first, second with { Intended = Outcome.Duplicate }];
    }

    private DemoFile[] Corrected(WorkingDay today)
    {
        var wrong = chance.Shuffled(today.Lines.Where(FaultyLines.HasAnEarlierState)).Take(3).ToHashSet();
        List<Line> lines = [.. today.Lines.Select(line => wrong.Contains(line) ? FaultyLines.Outdated(line) : line)];
        var mended = Good(today) with { File = Name(today, " (dinh chinh)"), UploadedAt = times.NextMorning(today) };
        return [Of(today, lines, Outcome.Accepted), mended];
    }

    private DemoFile WithFaultyRows(WorkingDay today)
    {
        var lines = FaultyLines.Among(today.Lines, chance);
        Tell(lines.Intersect(today.Lines));
        return Of(today, lines, Outcome.Partly);
    }

    // The year is mistyped: the name speaks of a day that has not come yet.
    private DemoFile[] FutureName(WorkingDay today)
    {
        var mistyped = today with { Day = today.Day.AddYears(1) };
        return [Of(today, today.Lines, Outcome.Refused) with { File = Name(mistyped) }, Again(today)];
    }

    private DemoFile[] Truncated(WorkingDay today)
    {
        var whole = Of(today, today.Lines, Outcome.Refused);
        return [whole with { Content = whole.Content[..(whole.Content.Length / 2)], Rows = 0 }, Again(today)];
    }

    private DemoFile Again(WorkingDay today) =>
        Good(today) with
        {
            File = Name(today, " gui lai"),
            UploadedAt = times.NextMorning(today),
        };

    private DemoFile Good(WorkingDay today)
    {
        Tell(today.Lines);
        return Of(today, today.Lines, Outcome.Accepted);
    }

    private void Tell(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
            told[line.Dossier.Code] = line.State;
    }

    private DemoFile Of(WorkingDay today, IReadOnlyList<Line> lines, Outcome intended, Slip? slip = null)
    {
        var from = IsFullList(today.Day) ? desk.Period.FirstDay : today.Day;
        var content = rendering.File(lines, from, today.Day, slip);
        return new(desk.Code, Name(today), content, times.Afternoon(today), today.Day, lines.Count, intended);
    }

    private string Name(WorkingDay today, string suffix = "") =>
        $"{desk.Name(today.Day, today.Number + 1 + desk.FilesBefore)}{suffix}.{desk.Format.Extension}";
}
