namespace CCHC.Benchmarks.Storage;

/// <summary>Storage requests for one more increment of 200 rows in the middle of a month, whatever the history.</summary>
internal static class OpsBenchmark
{
    private const string Code = "29956";
    private const int Budget = 12;
    private static readonly int[] HistoryMonths = [3, 24];

    /// <summary>A Tuesday; neither a statutory nor a calendar month begins on it.</summary>
    private static readonly DateOnly Day = new(2024, 3, 5);

    public static async Task<bool> RunAsync()
    {
        var requests = new List<int>();
        foreach (var months in HistoryMonths)
            requests.Add(await CountAsync(months));
        Measured.Print(
            new
            {
                name = "ops",
                history_months = HistoryMonths,
                requests,
                budget = Budget,
            }
        );
        return requests.TrueForAll(count => count <= Budget) && requests.Distinct().Count() == 1;
    }

    private static async Task<int> CountAsync(int months)
    {
        await using var store = await BenchStore.StartAsync();
        await store.IngestAsync(Code, WorkingDays.Between(Day.AddMonths(-months), Day.AddDays(-1)));
        await store.PutAsync(Code, Day);
        store.Requests.Reset();
        await store.TakeInAsync(Code, Day);
        var sent = store.Requests.Sent;
        Measured.Tell($"after {months} months, {sent.Count} requests:");
        foreach (var request in sent)
            Measured.Tell($"  {request}");
        return sent.Count;
    }
}
