using CCHC.Failure.Tests.Harness;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>Every scenario by its name.</summary>
internal static class AllScenarios
{
    public static IReadOnlyDictionary<string, Scenario> ByName { get; } =
        new[]
        {
            TakeInScenarios.All,
            PassScenarios.All,
            TogetherScenarios.All,
            JournalScenarios.All,
            ChecklistScenarios.All,
            ReviewScenarios.All,
            LetterScenarios.All,
            PoisonScenarios.All,
        }
            .SelectMany(each => each)
            .ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);
}
