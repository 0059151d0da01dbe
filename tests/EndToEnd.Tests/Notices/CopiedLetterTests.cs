using CCHC.EndToEnd.Tests.Corruption;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>The record of one letter in the place of another's, with its mark.</summary>
public sealed class CopiedLetterTests(Letters letters) : IClassFixture<Letters>
{
    private const string Quarter = "2022-Q1";
    private const string Later = "2022-Q2";

    [Theory]
    [InlineData(Quarter, 1, "contentmd5")]
    [InlineData(Quarter, 2)]
    [InlineData(Later, 3, "contentmd5")]
    [InlineData(Later, 4)]
    public async Task It_is_named_and_no_letter_is_drawn_from_it(string of, int nth, params string[] without)
    {
        var units = await letters.UnitsAsync(Quarter);
        var unit = units[nth];
        var other = of == Quarter ? units[0] : (await letters.UnitsAsync(of))[nth];
        await letters.IssueAsync(Quarter, unit, $"{400 + nth}", new(2022, 3, 25));
        await letters.IssueAsync(
            of,
            other,
            of == Quarter ? "400" : $"{500 + nth}",
            new(2022, of == Quarter ? 3 : 6, 25)
        );
        var (place, from) = (Paths.Issue(Quarter, unit.Id), Paths.Issue(of, other.Id));
        var sound = (await letters.Blob(place).DownloadContentAsync()).Value;
        var page = await letters.HtmlAsync(Quarter, unit);
        await letters.Blob(from).CopyOverAsync(letters.Blob(place), without);
        await letters.DeleteAsync(Paths.IssuedHtml(Quarter, unit.Id));

        await letters.LookAsync();

        (await letters.DamagesAsync()).ShouldContain($"notices/{place}");
        (
            await Should.ThrowAsync<DamagedLetterException>(() => letters.FindAsync(Quarter, unit))
        ).Damage.Words.ShouldContain("là của công văn khác");
        (await letters.FindAsync(of, other)).ShouldNotBeNull();
        (await letters.NamesAsync(Quarter)).ShouldNotContain(Paths.IssuedHtml(Quarter, unit.Id));
        await letters.Blob(place).PutBackAsync(sound);
        await letters.LookAsync();
        (await letters.DamagesAsync()).ShouldBeEmpty();
        (await letters.HtmlAsync(Quarter, unit)).ShouldBe(page);
    }
}
