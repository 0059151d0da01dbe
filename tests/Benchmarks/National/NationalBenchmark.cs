namespace CCHC.Benchmarks.National;

/// <summary>A nation's day: our side against DuckDB, on the same files, with the same threads (design.md §9).</summary>
internal static class NationalBenchmark
{
    private const int Rounds = 7;
    private const double Budget = 3;

    public static Task<bool> RunAsync()
    {
        var threads = Environment.ProcessorCount;
        using var files = new NationalFiles();
        using var duckDb = new DuckDbSide(files, threads);
        var ours = new OurSide(files);
        Measured.Tell($"{files.Paths.Count} files written; warming up and comparing every count");
        duckDb.Run();
        var compared = Comparison.Of(ours.Run(threads), duckDb);
        Measured.Tell($"{compared} figures of both sides are equal");
        var (oursTook, duckDbTook) = (new List<Taken>(), new List<Taken>());
        for (var round = 0; round < Rounds; round++)
        {
            oursTook.Add(Measured.Run(() => ours.Run(threads)));
            duckDbTook.Add(Measured.Run(duckDb.Run));
            Measured.Tell($"round {round + 1}: ours {oursTook[^1].Wall:0.000} s, DuckDB {duckDbTook[^1].Wall:0.000} s");
        }
        var ratio = Ratio(took => took.Wall);
        Measured.Print(
            new
            {
                name = "national",
                files = files.Paths.Count,
                rows = NationalFiles.Rows,
                threads,
                ours_s = Measured.Rounded(Measured.Median(oursTook.Select(took => took.Wall))),
                duckdb_s = Measured.Rounded(Measured.Median(duckDbTook.Select(took => took.Wall))),
                ratio = Measured.Rounded(ratio),
                processor_ratio = Measured.Rounded(Ratio(took => took.Processor)),
                budget = Budget,
            }
        );
        return Task.FromResult(ratio >= Budget);

        double Ratio(Func<Taken, double> of) => Measured.MedianRatio(duckDbTook.Select(of), oursTook.Select(of));
    }
}
