using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Uploads and dossiers of which only what a test says matters.</summary>
internal static class Some
{
    public const string Unit = "29956";

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static NaiveLine Dossier(string received = "2022-01-10", string code = "000.19.05.H20-220110-0001") =>
        new() { Code = code, Received = Day(received) };

    public static NaiveUpload Upload(string asOf, params NaiveLine[] lines) =>
        new()
        {
            Unit = Unit,
            AsOf = Day(asOf),
            UploadedAt = Day(asOf).ToDateTime(new TimeOnly(10, 0)).Ticks,
            Lines = lines,
        };

    /// <summary>The one dossier of these uploads.</summary>
    public static NaiveDossier Joined(params NaiveUpload[] uploads) => new NaiveOracle(Unit, uploads).Dossiers.Single();

    /// <summary>The unit's counts in Q1/2022 by the statutory scheme: 15/12/2021 to 14/3/2022.</summary>
    public static IReadOnlyDictionary<Count, int> FirstQuarter(params NaiveUpload[] uploads) =>
        new NaiveOracle(Unit, uploads).CountsOf("", Day("2021-12-15"), Day("2022-03-14"));

    /// <summary>The counts that aren't zero, as "Received 1, Open 1".</summary>
    public static string Text(this IReadOnlyDictionary<Count, int> counts) =>
        string.Join(", ", counts.Where(count => count.Value != 0).Select(count => $"{count.Key} {count.Value}"));
}
