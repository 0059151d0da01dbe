using System.Diagnostics;
using CCHC.Failure.Tests.Stores;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>
/// "Right whatever happens" (design.md §4, laws 1 to 3, 5 and 10), by chance: uploads of years, delivered in any order
/// to hosts that fail, die and overtake each other, end as somebody counts them who knows nothing of all that.
/// </summary>
[Collection(nameof(ScheduleTests))]
public class ScheduleTests(FreshStores stores)
{
    private const int MostTold = 8;

    [Fact]
    public async Task Whatever_happens_it_ends_as_the_naive_oracle_counts()
    {
        var seeds = new Seeds(stores);
        var (all, failed, watch) = (new Tally(), new List<string>(), Stopwatch.StartNew());
        foreach (var seed in AskedSeeds.All)
        {
            if (AskedSeeds.IsEnough(all.Seeds, failed.Count, watch.Elapsed))
                break;
            using var story = AskedSeeds.StoryOf(seed);
            var tally = new Tally { Story = story };
            var differences = await DifferencesAsync(seeds, seed, tally);
            all.Add(tally);
            if (differences.Count == 0)
                continue;
            var told = differences.Take(MostTold).Concat(differences.Skip(MostTold).TakeLast(MostTold));
            failed.Add(
                $"seed {seed}, again with CCHC_SEED={seed}: {differences.Count} differences\n  "
                    + string.Join("\n  ", told)
            );
            Console.WriteLine(failed[^1]);
        }
        AskedSeeds.Report(all, failed.Count, watch.Elapsed);
        failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_seed_runs_the_same_way_every_time()
    {
        var seeds = new Seeds(stores);
        var (first, again) = (new Tally(), new Tally());
        await seeds.RunAsync(7, first);
        await seeds.RunAsync(7, again);
        again.Trace.ShouldBe(first.Trace);
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(Seeds seeds, int seed, Tally tally)
    {
        try
        {
            return await seeds.RunAsync(seed, tally);
        }
        catch (Exception trouble)
        {
            return [trouble.ToString()];
        }
    }
}

/// <summary>Its hosts' threads must be alone in the pool.</summary>
[CollectionDefinition(nameof(ScheduleTests), DisableParallelization = true)]
public sealed class ScheduleCollection;
