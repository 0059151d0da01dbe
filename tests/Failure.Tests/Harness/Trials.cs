using System.Collections.Concurrent;
using CCHC.Failure.Tests.Faults;
using CCHC.Failure.Tests.Stores;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Harness;

/// <summary>All trials of one scenario: undisturbed first, then at each point, each ending like the first.</summary>
internal sealed class Trials(Scenario scenario, FreshStores stores, Report report)
{
    /// <summary>Azurite is one process with one thread: more trials at once don't make it faster.</summary>
    private const int AtOnce = 4;
    private const int MostToldPoints = 4;
    private const int MostToldDifferences = 12;

    public async Task RunAsync()
    {
        var prepared = await PrepareAsync();
        var undisturbed = await new Trial(scenario, prepared, stores).RunAsync(null, []);
        undisturbed.Troubles.ShouldBeEmpty($"{scenario}: the undisturbed run");
        undisturbed.Sent.ShouldNotBeEmpty();
        var turns = await TurnsAsync(prepared);
        var all = Selection.Of(scenario, undisturbed.Sent);
        var violations = new ConcurrentBag<(FaultPoint Point, string Told)>();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (point, _) =>
            {
                var ending = await new Trial(scenario, prepared, stores).RunAsync(point, turns);
                if (Violation(point, undisturbed, ending) is { } told)
                    violations.Add((point, told));
            }
        );
        report.Add(
            scenario.Name,
            undisturbed.Sent.Count,
            Selection.CountOf(scenario, undisturbed.Sent),
            all.Count,
            violations.Count
        );
        if (!violations.IsEmpty)
            Assert.Fail(Told([.. violations.OrderBy(v => v.Point.Number).ThenBy(v => v.Point.Kind)], all.Count));
    }

    private async Task<PreparedStore> PrepareAsync()
    {
        var at = new OfficeStore(await stores.NewAsync(), stores.Server);
        await using var office = new Office(at);
        await office.Get<PrepareStore>().PrepareAsync("work", default);
        await scenario.Prepare(office);
        return await PreparedStore.ReadAsync(office.Get<Store>());
    }

    /// <summary>Where the first of several besides can be overtaken by the next: at its own requests.</summary>
    private async Task<IReadOnlyList<SentRequest>> TurnsAsync(PreparedStore prepared)
    {
        if (scenario.Beside.Count < 2)
            return [];
        var alone = scenario with { Act = scenario.Beside[0], Beside = [] };
        return (await new Trial(alone, prepared, stores).RunAsync(null, [])).Sent;
    }

    private static string? Violation(FaultPoint point, Trial.Ending undisturbed, Trial.Ending ending)
    {
        if (!ending.IsMet)
            return "the request never came: the run is not the undisturbed one's";
        var differences = ending.Troubles.Concat(undisturbed.Left.DifferencesTo(ending.Left)).ToList();
        return differences.Count == 0
            ? null
            : string.Join("\n    ", differences.Take(MostToldDifferences))
                + (differences.Count > MostToldDifferences ? $"\n    … {differences.Count} in all" : "");
    }

    private string Told(IReadOnlyList<(FaultPoint Point, string Told)> violations, int tried) =>
        $"{scenario}: {violations.Count} of {tried} points don't end like the undisturbed run\n"
        + string.Join('\n', violations.Take(MostToldPoints).Select(v => Told(v.Point, v.Told)))
        + (
            violations.Count > MostToldPoints
                ? $"\nlikewise {string.Join(' ', violations.Skip(MostToldPoints).Select(v => v.Point.Name))}"
                : ""
        );

    private string Told(FaultPoint point, string told) =>
        $"""
              request {point.Number}, {point.Kind}: {point.Request}
                {told}
                again: {Selection.Variable}='{scenario} {point.Name}' dotnet test --project tests/Failure.Tests
            """;
}
