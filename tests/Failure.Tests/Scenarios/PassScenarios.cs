using CCHC.Failure.Tests.Harness;
using static CCHC.Failure.Tests.Scenarios.Exports;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>
/// Passes of several uploads over years: dossiers come to rest in the archive, and late exports speak of them again
/// (design.md §4, laws 2 and 2a).
/// </summary>
internal static class PassScenarios
{
    private static readonly DateOnly LongAgo = new(2021, 8, 2);
    private static readonly DateOnly Start = new(2018, 1, 5);

    public static IEnumerable<Scenario> All =>
        [
            new("pass-of-2", PutTwoAsync, Exports.SweepAsync) { IsSwept = true },
            Monthly("pass-of-5", before: 8, inPass: 5, dossiers: 2),
            Monthly("pass-of-50", before: 6, inPass: 50, dossiers: 1),
        ];

    /// <summary>The smallest: five dossiers rest, five more of the same day come late, and time goes on.</summary>
    private static async Task PutTwoAsync(Office office)
    {
        await office.PutAsync(new(2021, 8, 31), Finished(LongAgo, 1, 5));
        await office.PutAsync(new(2022, 3, 1), Finished(new(2022, 3, 1), 1, 5));
        await office.SweepAsync();
        await office.PutAsync(new(2021, 9, 15), [.. Finished(LongAgo, 6, 5), Line(LongAgo, 1, LongAgo.AddDays(9))]);
        await office.PutAsync(new(2022, 4, 5), Finished(new(2022, 4, 5), 1, 5));
    }

    /// <summary>Month after month; every third export corrects a dossier of long ago, and comes after later ones.</summary>
    private static Scenario Monthly(string name, int before, int inPass, int dossiers) =>
        new(
            name,
            async office =>
            {
                foreach (var month in Enumerable.Range(0, before))
                    await PutAsync(office, month, dossiers);
                await office.SweepAsync();
                foreach (var month in Enumerable.Range(before, inPass))
                    await PutAsync(office, month, dossiers);
            },
            Exports.SweepAsync
        )
        {
            IsSwept = true,
        };

    private static Task PutAsync(Office office, int month, int dossiers)
    {
        var day = Start.AddMonths(month);
        var late = month % 3 == 2 ? day.AddMonths(-month / 2) : day;
        return office.PutAsync(
            day.AddDays(10),
            [.. Finished(day, 1, dossiers), .. month % 3 == 2 ? Finished(late, 1, dossiers, lateBy: 3) : []]
        );
    }

    private static IEnumerable<string> Finished(DateOnly received, int from, int count, int lateBy = 0) =>
        Enumerable
            .Range(from, count)
            .Select(number =>
                Line(received, number, received.AddDays(3 + lateBy), number % 2 == 0 ? "Trực tiếp" : "Trực tuyến")
            );
}
