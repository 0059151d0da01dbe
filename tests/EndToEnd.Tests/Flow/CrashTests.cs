namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Laws 1, 3 and 5 against a real storage whose requests fail where it hurts (design.md §4).</summary>
public class CrashTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);

    [Fact]
    public async Task A_take_in_that_dies_before_any_of_its_requests_and_is_repeated_ends_like_one_that_lived()
    {
        var unit = await workshop.NewUnitAsync();
        await PutWeekAsync(unit);
        await workshop.TakeInAsync(unit, 5);
        var lived = await workshop.SnapshotAsync(unit);
        lived.Count.ShouldBe(20);
        for (var survives = 0; ; survives++)
        {
            unit = await workshop.NewUnitAsync();
            await PutWeekAsync(unit);
            await workshop.TakeInAsync(unit, 4);
            var died = await workshop.DieAsync(unit, Desk.File(Monday.AddDays(4)), survives);
            await workshop.TakeInAsync(unit, 5);
            (await workshop.SnapshotAsync(unit)).ShouldBe(lived, $"died after {survives} requests");
            if (!died)
                break;
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_ins_of_one_unit_at_once_with_lost_answers_end_as_if_one_had_followed_the_other()
    {
        var calm = await workshop.NewUnitAsync();
        await PutWeekAsync(calm);
        await workshop.TakeInAsync(calm, 5);
        var unit = await workshop.NewUnitAsync();
        await PutWeekAsync(unit);

        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(day => workshop.TakeInShakenAsync(unit, Desk.File(Monday.AddDays(day)), seed: day))
        );

        var (shaken, expected) = (await workshop.SnapshotAsync(unit), await workshop.SnapshotAsync(calm));
        shaken.Except(expected).ShouldBeEmpty(string.Join('\n', expected.Except(shaken)));
        shaken.Count.ShouldBe(expected.Count);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Running_it_twice_changes_nothing()
    {
        var unit = await workshop.NewUnitAsync();
        await PutWeekAsync(unit);
        await workshop.TakeInAsync(unit, 5);
        var (once, receipt) = (
            await workshop.SnapshotAsync(unit),
            await workshop.ReceiptAsync(unit, Desk.File(Monday))
        );

        await workshop.TakeInAsync(unit, 5);

        (await workshop.SnapshotAsync(unit)).ShouldBe(once);
        (await workshop.ReceiptAsync(unit, Desk.File(Monday))).ShouldBe(receipt);
    }

    /// <summary>Five days; every later one also moves the dossiers of the day before.</summary>
    private async Task PutWeekAsync(string unit)
    {
        for (var day = Monday; day < Monday.AddDays(5); day = day.AddDays(1))
        {
            var fresh = Enumerable.Range(1, 3).Select(n => Desk.Line(day, n, n == 1 ? "Trực tuyến" : "Trực tiếp"));
            var moved = Desk.Line(day.AddDays(-1), 1, "Trực tuyến")
                .Replace(";;Đang xử lý", $";{day:dd/MM/yyyy};Đã xử lý xong", StringComparison.Ordinal);
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv([.. fresh, moved]), Desk.Evening(day));
        }
    }
}
