namespace CCHC.Benchmarks.Storage;

/// <summary>200 waiting uploads of one unit, taken in by one sweep: its listings and fetches count too.</summary>
internal static class BackfillBenchmark
{
    private const string Code = "29956";
    private const int Uploads = 200;
    private const double Budget = 5;
    private static readonly DateOnly FirstDay = new(2023, 5, 2);

    public static async Task<bool> RunAsync()
    {
        await using var store = await BenchStore.StartAsync();
        foreach (var day in WorkingDays.Between(FirstDay, store.Clock.Today).Take(Uploads))
            await store.PutAsync(Code, day);
        store.Requests.Reset();
        var receipts = await store.Sweep.SweepAsync(DateTimeOffset.MinValue, CancellationToken.None);
        BenchStore.CheckAll(receipts);
        var perUpload = (double)store.Requests.Total / Uploads;
        foreach (var kind in store.Requests.Sent.CountBy(Kind).OrderByDescending(kind => kind.Value))
            Measured.Tell($"  {kind.Value, 5} {kind.Key}");
        Measured.Print(
            new
            {
                name = "backfill",
                uploads = receipts.Count,
                requests = store.Requests.Total,
                requests_per_upload = Measured.Rounded(perUpload),
                budget = Budget,
            }
        );
        return receipts.Count == Uploads && perUpload <= Budget;
    }

    /// <summary>Method, and container or table.</summary>
    private static string Kind(string request)
    {
        var parts = request.Split(' ', '/', '?', '(');
        return $"{parts[0]} {parts[3]}";
    }
}
