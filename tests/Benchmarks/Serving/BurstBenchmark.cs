using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using CCHC.Benchmarks.Storage;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Benchmarks.Serving;

/// <summary>A nation's exports, one of 200 rows from each unit, put at once into the program that serves.</summary>
internal static class BurstBenchmark
{
    private const int Nation = 3321;
    private const int FirstCode = 40000;
    private const int Putting = 8;
    private const double RatioBudget = 1.5;
    private const double MegabytesBudget = 512;

    /// <summary>A collapse must end, too.</summary>
    private static readonly TimeSpan LongestPerFile = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly DateOnly Day = new(2024, 3, 5);

    public static async Task<bool> RunAsync(string[] size)
    {
        var files = size is [var n] ? int.Parse(n, CultureInfo.InvariantCulture) : Nation;
        await using var served = await ServedStore.StartAsync();
        await ImportUnitsAsync(served.Store, files);
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Codes(files),
            new ParallelOptions { MaxDegreeOfParallelism = Putting },
            async (code, token) => await PutAsync(served.Store, code, token)
        );
        Measured.Tell($"put within {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        var began = await FirstPutAsync(served.Store);
        var told = await ToldAsync(served, files, LongestPerFile * files + TimeSpan.FromMinutes(1));
        var pace = Pace.Of(began, told);
        var (peak, azuritePeak) = served.HasEnded ? (0, 0) : (served.PeakMegabytes, served.AzuritePeakMegabytes);
        Measured.Print(
            new
            {
                name = "burst",
                files,
                receipts = told.Count,
                seconds = pace.Seconds,
                seconds_per_file = new[] { pace.First, pace.Last },
                ratio = Measured.Rounded(pace.Last / pace.First),
                peak_mb = peak,
                azurite_peak_mb = azuritePeak,
                budget = new { ratio = RatioBudget, peak_mb = MegabytesBudget },
            }
        );
        return !served.HasEnded
            && told.Count == files
            && pace.Last <= RatioBudget * pace.First
            && peak <= MegabytesBudget;
    }

    private static async Task ImportUnitsAsync(Store store, int units)
    {
        var registered = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(store);
        await using var services = registered.AddPipeline(new ConfigurationBuilder().Build()).BuildServiceProvider();
        await services.GetRequiredService<RegisterStore>().ImportUnitsAsync(Codes(units).Select(Unit), default);
    }

    private static IEnumerable<string> Codes(int files) =>
        Enumerable.Range(FirstCode, files).Select(code => code.ToString(CultureInfo.InvariantCulture));

    private static Unit Unit(string code) =>
        UnitCode.TryParse(code, out var parsed)
            ? new(parsed, $"Xã {code}", "commune", "870", null, null, [])
            : throw new ArgumentException("No code.", nameof(code));

    private static Task<Response<BlobContentInfo>> PutAsync(Store store, string code, CancellationToken cancellation) =>
        store
            .Container(StoredNames.Exports)
            .GetBlobClient(Paths.Export(code, DeskHistory.FileOn(Day)))
            .UploadAsync(BinaryData.FromBytes(DeskHistory.On(Day)), cancellation);

    private static async Task<DateTimeOffset> FirstPutAsync(Store store) =>
        (await TimesAsync(store, StoredNames.Exports, ".csv"))[0];

    /// <summary>Seldom asked for: the listing is work for the storage as well.</summary>
    private static async Task<IReadOnlyList<DateTimeOffset>> ToldAsync(ServedStore served, int files, TimeSpan longest)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            await Task.Delay(Pause);
            var told = await TimesAsync(served.Store, StoredNames.Receipts, ".json");
            Measured.Tell($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {told.Count} receipts");
            if (told.Count >= files || served.HasEnded || Stopwatch.GetElapsedTime(start) > longest)
                return told;
        }
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(Store store, string container, string ending)
    {
        var times = new List<DateTimeOffset>();
        await foreach (BlobItem blob in store.Container(container).GetBlobsAsync())
        {
            if (blob.Name.EndsWith(ending, StringComparison.Ordinal))
                times.Add(blob.Properties.LastModified.GetValueOrDefault());
        }
        times.Sort();
        return times;
    }
}

/// <summary>Seconds per file while the first and the last third of the receipts were written.</summary>
internal readonly record struct Pace(double Seconds, double First, double Last)
{
    public static Pace Of(DateTimeOffset began, IReadOnlyList<DateTimeOffset> told)
    {
        var third = told.Count / 3;
        if (third == 0)
            return new(double.NaN, double.NaN, double.NaN);
        var first = (told[third - 1] - began).TotalSeconds / third;
        var last = (told[^1] - told[^(third + 1)]).TotalSeconds / third;
        return new((told[^1] - began).TotalSeconds, Measured.Rounded(first), Measured.Rounded(last));
    }
}
