using CCHC.Failure.Tests.Harness;
using static CCHC.Failure.Tests.Scenarios.Exports;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>Several processes at one unit: one is disturbed, another runs whole in its midst (design.md §4, law 3).</summary>
internal static class TogetherScenarios
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);
    private static readonly DateOnly Wednesday = Monday.AddDays(2);

    /// <summary>Older than anything hot by then: taken in, it wakes and archives.</summary>
    private static readonly DateOnly LastSummer = new(2021, 8, 2);

    public static IEnumerable<Scenario> All =>
        [
            Together("two-at-once", 2, office => office.TakeInAsync(Monday), office => office.TakeInAsync(Tuesday)),
            Together(
                "three-at-once",
                3,
                office => office.TakeInAsync(Tuesday),
                office => office.TakeInAsync(Monday),
                office => office.TakeInAsync(Wednesday)
            ),
            Together(
                "the-same-twice-at-once",
                1,
                office => office.TakeInAsync(Monday),
                office => office.TakeInAsync(Monday)
            ),
            Together("sweep-beside-trigger", 2, office => office.TakeInAsync(Tuesday), Exports.SweepAsync),
            Together("trigger-beside-sweep", 3, Exports.SweepAsync, office => office.TakeInAsync(Wednesday)),
            Together("archiving-twice-at-once", 0, Exports.SweepAsync, Exports.SweepAsync) with
            {
                Prepare = PutYearsAsync,
            },
            Together("two-sweeps-of-several-units", 0, Exports.SweepAsync, Exports.SweepAsync) with
            {
                Prepare = PutUnitsAsync,
            },
        ];

    /// <summary>Disturbed, and run in the midst of it by others.</summary>
    /// <param name="name">Of the scenario.</param>
    /// <param name="days">
    /// So many days are put: those that are acted on, and no other, for the finish would take it in and publish once
    /// more what one of these left wrong.
    /// </param>
    /// <param name="act">Is disturbed.</param>
    /// <param name="beside">Run in its midst.</param>
    private static Scenario Together(
        string name,
        int days,
        Func<Office, Task> act,
        params Func<Office, Task>[] beside
    ) =>
        new(name, office => PutDaysAsync(office, days), act)
        {
            Beside = beside,
            IsSwept = true,
            IsOrderFree = true,
        };

    private static async Task PutDaysAsync(Office office, int days)
    {
        await office.PutAsync(Monday.AddDays(-3), Line(Monday.AddDays(-3), 1), Line(Monday.AddDays(-3), 2));
        await office.SweepAsync();
        if (days > 0)
            await office.PutAsync(Monday, Line(Monday, 1), Line(Monday.AddDays(-3), 1, Monday));
        if (days > 1)
            await office.PutAsync(Tuesday, Line(Tuesday, 1), Line(Monday, 1, Tuesday));
        if (days > 2)
            await office.PutAsync(Wednesday, Line(Wednesday, 1), Line(Monday, 1, Wednesday, "Trực tiếp"));
    }

    /// <summary>As two hosts meet it after an outage: of each unit several uploads wait, of two the first ever.</summary>
    private static async Task PutUnitsAsync(Office office)
    {
        await PutDaysAsync(office, 2);
        foreach (var (unit, number) in ((string, int)[])[("29962", 20), ("29974", 30)])
        {
            await office.PutAsync(unit, File(Monday), Monday, Line(Monday, number));
            await office.PutAsync(unit, File(Tuesday), Tuesday, Line(Monday, number, Tuesday), Line(Tuesday, number));
        }
    }

    private static async Task PutYearsAsync(Office office)
    {
        await office.PutAsync(LastSummer.AddDays(20), Line(LastSummer, 1, LastSummer.AddDays(3)));
        await office.PutAsync(Monday, Line(Monday, 1, Monday));
        await office.SweepAsync();
        await office.PutAsync(
            LastSummer.AddDays(40),
            Line(LastSummer, 2, LastSummer.AddDays(3)),
            Line(LastSummer, 1, LastSummer.AddDays(9))
        );
        await office.PutAsync(Monday.AddMonths(4), Line(Monday.AddMonths(4), 1));
    }
}
