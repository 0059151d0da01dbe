using System.Globalization;
using CCHC.Pipeline.Periods;
using static CCHC.Demo.Slip;

namespace CCHC.Demo;

/// <summary>The ten desks in the second quarter, after the letters of 25 March: invented too.</summary>
internal static class SecondQuarterDesks
{
    public static IReadOnlyList<Desk> All(WorkingCalendar calendar)
    {
        var before = calendar.WorkingDays(DemoPeriod.First.FirstDay, DemoPeriod.First.LastDay).Count();
        return [.. Desks.All.Select(desk => Later(desk with { Period = DemoPeriod.Second, FilesBefore = before }))];
    }

    private static Desk Later(Desk desk) =>
        desk.Code switch
        {
            "29956" => desk with { Goal = new(56), Slips = [Late, SentTwice, FaultyRows] },
            // Better, and below again.
            "29962" => desk with { Goal = new(33), Slips = [Late, Corrected, FaultyRows, Skipped], Slow = 9 },
            "29971" => desk with { Goal = new(63), Slips = [SentTwice, Corrected, FaultyRows], OddChannels = 2 },
            // Had reached the target to the dossier, and falls below it.
            "29974" => desk with { Goal = new(36), Slips = [Late, SentTwice, FaultyRows] },
            // Below again.
            "29977" => desk with { Goal = new(25), Slips = [Late, Corrected, FaultyRows, NoCodeColumn] },
            // Was one dossier short: corrected.
            "29980" => desk with { Goal = new(47), Slips = [Late, SentTwice, Corrected, FaultyRows] },
            // Its machine broke on 16 February; the new one sent the backlog on 28 March, after the letter.
            "29983" => desk with
            {
                Goal = new(46),
                Slips = [SentTwice, FaultyRows],
                LastDay = default,
                FirstDay = new DateOnly(2022, 3, 28),
                UntoldSince = new DateOnly(2022, 2, 16),
            },
            "29992" => desk with { Goal = new(49), Slips = [Late, Corrected, FaultyRows], EndsLate = false },
            // Still keeps the statutory book, which has no channel: its answer promises another system for July.
            "29995" => desk with { Goal = new(38), Slips = [Late, SentTwice, FaultyRows] },
            // Corrected to the dossier.
            "29998" => desk with
            {
                Goal = new(40, Exactly: true),
                Slips = [Late, Corrected, FaultyRows, Skipped],
                Slow = 6,
                Name = NameOf29998,
            },
            var other => throw new InvalidOperationException($"desk {other} has no second quarter"),
        };

    private static string NameOf29998(DateOnly day, int number)
    {
        var written = day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
        return day.DayOfWeek is DayOfWeek.Friday ? $"Tong hop 15-03-2022 den {written}" : $"PTA {written}";
    }
}
