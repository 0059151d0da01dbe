using System.Globalization;

[assembly: AssemblyFixture(typeof(CCHC.Failure.Tests.Harness.Report))]

namespace CCHC.Failure.Tests.Harness;

/// <summary>How many points were tried of each scenario: printed, and kept in artifacts/failure-tests/points.txt.</summary>
public sealed class Report : IDisposable
{
    private readonly List<(string Scenario, int Requests, int Points, int Tried, int Violated)> lines = [];

    public void Add(string scenario, int requests, int points, int tried, int violated)
    {
        lock (lines)
            lines.Add((scenario, requests, points, tried, violated));
        Console.WriteLine(Line(scenario, requests, points, tried, violated));
    }

    public void Dispose()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "failure-tests");
        Directory.CreateDirectory(folder);
        var total = Line(
            "all",
            lines.Sum(l => l.Requests),
            lines.Sum(l => l.Points),
            lines.Sum(l => l.Tried),
            lines.Sum(l => l.Violated)
        );
        File.WriteAllLines(
            Path.Combine(folder, "points.txt"),
            lines.Select(l => Line(l.Scenario, l.Requests, l.Points, l.Tried, l.Violated)).Append(total)
        );
        Console.WriteLine(total);
    }

    private static string Line(string scenario, int requests, int points, int tried, int violated) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario}: {requests} requests, {tried} of {points} points tried, {violated} violated"
        );
}
