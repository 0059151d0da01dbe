using CCHC.Failure.Tests.Harness;
using CCHC.Failure.Tests.Scenarios;
using CCHC.Failure.Tests.Stores;

namespace CCHC.Failure.Tests;

/// <summary>
/// The laws under every failure (design.md §4): a scenario is disturbed at each of its requests, the process is started
/// again on a calm storage, the host finishes, and what is left equals what an undisturbed run leaves.
/// </summary>
public class FailureTests(FreshStores stores, Report report)
{
    public static TheoryData<string> Names => [.. AllScenarios.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_request_fails_or_kills_it_ends_like_an_undisturbed_run(string name)
    {
        var scenario = AllScenarios.ByName[name];
        Assert.SkipUnless(Selection.Wants(scenario), $"{Selection.Variable} asks for another scenario");
        await new Trials(scenario, stores, report).RunAsync();
    }
}
