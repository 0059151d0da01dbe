using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.TakeIn;
using static CCHC.Failure.Tests.Scenarios.Exports;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>One upload of one unit.</summary>
internal static class TakeInScenarios
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    public static IEnumerable<Scenario> All =>
        [
            new("new-export", office => office.PutAsync(Monday, Line(Monday, 1), Line(Monday, 2)), TakeInMondayAsync)
            {
                IsSwept = true,
            },
            new("next-day", PutTuesdayAsync, office => office.TakeInAsync(Tuesday)) { IsSwept = true },
            new("correction", PutCorrectionAsync, TakeInMondayAsync) { IsSwept = true },
            new("duplicate", PutDuplicateAsync, office => office.TakeInAsync($"{Unit}/{Copy}")) { IsSwept = true },
            new("refused-export", office => office.PutAsync(Monday, "không phải bảng"), TakeInMondayAsync)
            {
                IsSwept = true,
            },
            new("delete-old", PutOldAsync, office => office.Get<DeleteOldExports>().DeleteAsync(default))
            {
                IsSwept = false,
                Later = TimeSpan.FromDays(31),
            },
        ];

    private const string Copy = "ban-sao-2022-03-07.csv";

    private static Task TakeInMondayAsync(Office office) => office.TakeInAsync(Monday);

    private static async Task PutTuesdayAsync(Office office)
    {
        await office.PutAsync(Monday, Line(Monday, 1), Line(Monday, 2));
        await office.TakeInAsync(Monday);
        await office.PutAsync(Tuesday, Line(Monday, 1, Tuesday), Line(Tuesday, 1));
    }

    /// <summary>The same path, new content, later.</summary>
    private static async Task PutCorrectionAsync(Office office)
    {
        await office.PutAsync(Monday, Line(Monday, 1), Line(Monday, 2));
        await office.TakeInAsync(Monday);
        await office.PutAsync(Unit, File(Monday), Tuesday, Line(Monday, 1, channel: "Trực tiếp"), Line(Monday, 3));
    }

    private static async Task PutDuplicateAsync(Office office)
    {
        await office.PutAsync(Monday, Line(Monday, 1), Line(Monday, 2));
        await office.TakeInAsync(Monday);
        await office.PutAsync(Unit, Copy, Tuesday, Line(Monday, 1), Line(Monday, 2));
    }

    private static async Task PutOldAsync(Office office)
    {
        for (var day = Monday; day < Monday.AddDays(4); day = day.AddDays(1))
            await office.PutAsync(day, Line(day, 1));
        await office.SweepAsync();
    }
}
