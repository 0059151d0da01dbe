using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A unit that was lost from the list is not the damage of what speaks of it.</summary>
public sealed class LostUnitTests(ChangedStore store) : IClassFixture<ChangedStore>
{
    [Fact]
    public async Task It_is_named_itself_and_by_what_waits_for_it_until_it_is_listed_again()
    {
        const string place = $"Units/unit/{FilledStore.Unit}";
        var lost = await store.RowAsync(StoredNames.UnitsTable, "unit", FilledStore.Unit);
        await store.Table(StoredNames.UnitsTable).DeleteEntityAsync("unit", FilledStore.Unit);

        var named = await store.LookAsync();

        named.ShouldAllBe(line => line.Contains(place) && line.Contains("cchc units import"));
        named.ShouldContain(line => line.StartsWith($"{place}: dòng này", StringComparison.Ordinal));
        named.ShouldContain(line =>
            line.StartsWith($"Reviews/2022-Q1/{FilledStore.Unit}: dòng {place}", StringComparison.Ordinal)
        );
        named.Count.ShouldBe(2);
        await store.PutAsync(StoredNames.UnitsTable, lost);
        (await store.NamedAsync()).ShouldBeEmpty();
    }
}
