using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Notices;

/// <summary>Records of issued letters, and notes of their numbers, that were deleted: nothing is issued twice for it.</summary>
public sealed class LostLetterTests(Letters letters) : IClassFixture<Letters>
{
    private const string Quarter = "2022-Q1";
    private static readonly DateOnly Day = new(2022, 3, 25);

    [Fact]
    public async Task A_letter_whose_record_is_gone_is_not_issued_under_another_number_or_day()
    {
        var unit = await UnitAsync(0);
        await letters.FollowAsync(unit, Quarter);
        var first = await letters.IssueAsync(Quarter, unit, "390", Day);
        await letters.DeleteAsync(Paths.Issue(Quarter, unit.Id));

        foreach (var (number, day) in (IEnumerable<(string, DateOnly)>)[("401", Day), ("390", Day.AddDays(4))])
        {
            var refused = await Should.ThrowAsync<NotIssuedException>(() =>
                letters.IssueAsync(Quarter, unit, number, day)
            );
            refused.Message.ShouldContain($"notices/{Paths.Issue(Quarter, unit.Id)} đã mất");
            refused.Message.ShouldContain("số 390/UBND-NC ngày 25 tháng 3 năm 2022");
        }

        (await letters.FollowedAsync(unit, Quarter)).Number.ShouldBe("390");
        (await ClaimsAsync("401")).ShouldBeEmpty();
        (await letters.IssueAsync(Quarter, unit, "390", Day)).ShouldBe(first);
    }

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(3, false, true)]
    public async Task Its_number_or_its_page_alone_says_that_it_was_issued(int nth, bool hasNumber, bool hasPage)
    {
        var unit = await UnitAsync(nth);
        await letters.IssueAsync(Quarter, unit, $"{410 + nth}", Day);
        await letters.DeleteAsync(Paths.Issue(Quarter, unit.Id));
        if (!hasNumber)
            await letters.DeleteAsync((await ClaimsAsync($"{410 + nth}")).Single());
        if (!hasPage)
            await letters.DeleteAsync(Paths.IssuedHtml(Quarter, unit.Id));

        await Should.ThrowAsync<NotIssuedException>(() => letters.IssueAsync(Quarter, unit, $"{420 + nth}", Day));

        var replaced = await letters.IssueAsync(Quarter, unit, $"{420 + nth}", Day, replace: true);
        replaced.Number.ShouldBe($"{420 + nth}");
        var other = await UnitAsync(nth + 3);
        (await letters.IssueAsync(Quarter, other, $"{410 + nth}", Day)).Number.ShouldBe($"{410 + nth}");
    }

    [Fact]
    public async Task Replaced_it_follows_on_what_the_register_knows_of_it_so_that_its_mail_is_taken_back()
    {
        var unit = await UnitAsync(7);
        await letters.FollowAsync(unit, Quarter);
        await letters.IssueAsync(Quarter, unit, "430", Day);
        await letters.DeleteAsync(Paths.Issue(Quarter, unit.Id));

        var replaced = await letters.IssueAsync(Quarter, unit, "431", Day.AddDays(3), replace: true);

        replaced.Rounds().ShouldBe([("430", Day, 1), ("431", Day.AddDays(3), 1)]);
        (await ClaimsAsync("430")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_whose_note_is_gone_is_not_given_twice_and_is_noted_again()
    {
        var (unit, other) = (await UnitAsync(8), await UnitAsync(9));
        await letters.IssueAsync(Quarter, unit, "440", Day);
        var note = (await ClaimsAsync("440")).Single();
        await letters.DeleteAsync(note);

        var refused = await Should.ThrowAsync<NotIssuedException>(() => letters.IssueAsync(Quarter, other, "440", Day));

        refused.Message.ShouldContain($"đã cấp cho công văn {Quarter} của đơn vị {unit.Id}");
        (await ClaimsAsync("440")).ShouldBe([note]);
        (await letters.FindAsync(Quarter, other)).ShouldBeNull();
    }

    [Fact]
    public async Task The_night_puts_numbers_back_and_names_a_lost_record_until_it_is_there_again()
    {
        const string quarter = "2022-Q2";
        var day = Day.AddMonths(3);
        var (unit, other) = ((await letters.UnitsAsync(quarter))[0], (await letters.UnitsAsync(quarter))[1]);
        await letters.IssueAsync(quarter, unit, "450", day);
        await letters.IssueAsync(quarter, other, "451", day);
        var note = (await ClaimsAsync("451")).Single();
        var place = $"notices/{Paths.Issue(quarter, unit.Id)}";
        await letters.DeleteAsync(note);
        await letters.DeleteAsync(Paths.Issue(quarter, unit.Id));

        await letters.LookAsync();

        (await ClaimsAsync("451")).ShouldBe([note]);
        var damages = await letters.DamagesAsync();
        damages.ShouldContain(place);
        damages.ShouldNotContain($"notices/{Paths.Issue(quarter, other.Id)}");
        await letters.IssueAsync(quarter, unit, "450", day);
        await letters.LookAsync();
        (await letters.DamagesAsync()).ShouldNotContain(place);
    }

    [Fact]
    public async Task A_verification_names_lost_records_and_numbers_and_changes_nothing()
    {
        const string quarter = "2022-Q4";
        var day = Day.AddMonths(9);
        var (unit, other) = ((await letters.UnitsAsync(quarter))[0], (await letters.UnitsAsync(quarter))[1]);
        await letters.IssueAsync(quarter, unit, "460", day);
        await letters.IssueAsync(quarter, other, "461", day);
        await letters.DeleteAsync((await ClaimsAsync("461")).Single());
        await letters.DeleteAsync(Paths.Issue(quarter, unit.Id));

        var said = await letters.VerifyAsync();

        said.ShouldContain(line => line.StartsWith($"notices/{Paths.Issue(quarter, unit.Id)}: hồ sơ"));
        said.ShouldContain(line => line.StartsWith($"notices/{Paths.Issue(quarter, other.Id)}: số của công văn"));
        (await ClaimsAsync("461")).ShouldBeEmpty();
        await letters.LookAsync();
        await letters.IssueAsync(quarter, unit, "460", day);
        (await letters.VerifyAsync()).ShouldNotContain(line => line.Contains(quarter));
    }

    private async Task<Unit> UnitAsync(int nth) => (await letters.UnitsAsync(Quarter))[nth];

    private async Task<IReadOnlyList<string>> ClaimsAsync(string number) =>
        [
            .. (await letters.NamesAsync("numbers/2022")).Where(name =>
                name.EndsWith($"/{number}.txt", StringComparison.Ordinal)
            ),
        ];
}
