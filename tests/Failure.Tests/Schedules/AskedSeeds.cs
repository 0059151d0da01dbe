using System.Globalization;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>
/// Which seeds are run: CCHC_SEEDS=1000 the first thousand, CCHC_SEED=17 that one, told line by line; by default fifty.
/// </summary>
internal static class AskedSeeds
{
    private const int Few = 50;

    /// <summary>So many seeds that fail say enough.</summary>
    private const int MostFailed = 5;
    private static readonly int? One = Number("CCHC_SEED");
    private static readonly int? Many = Number("CCHC_SEEDS");

    public static IEnumerable<int> All =>
        One is { } one ? [one] : Enumerable.Range(1 + (Number("CCHC_SEEDS_AFTER") ?? 0), Many ?? Few);

    /// <summary>While one waits for storage, another counts.</summary>
    public static int AtOnce => One is null ? 2 : 1;

    public static bool IsEnough(int failed) => failed >= MostFailed;

    /// <summary>Of a seed that is asked for alone.</summary>
    public static TextWriter? StoryOf(int seed) =>
        One is null
            ? null
            : File.CreateText(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}.txt")));

    /// <summary>A run of hours says how far it is.</summary>
    public static void Progress(int tried, int failed)
    {
        if (tried % Few == 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried} seeds tried, {failed} failed"));
    }

    public static void Report(Tally tally, int failed, TimeSpan took)
    {
        var faults = tally.Mishaps.Where(each => each.Key is not Mishap.None).OrderBy(each => each.Key);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            schedules: {tally.Seeds} seeds tried, {failed} failed, {took.TotalSeconds / tally.Seeds:0.00} s each
            {tally.Uploads} uploads of which {tally.Bad} bad, {tally.Corrections} corrections, {tally.Withdrawals} withdrawals, {tally.Operations} operations of which {tally.FailedOperations} failed, {tally.Requests} requests, {tally.Restarts} restarts
            {tally.Archived} archived segments written, {tally.Woken} late corrections of archived dossiers
            {string.Join(", ", faults.Select(each => $"{each.Key} {each.Value}"))}
            """
        );
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(Folder, "schedules.txt"), text + "\n");
    }

    private static string Folder =>
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "failure-tests")).FullName;

    private static int? Number(string variable) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
