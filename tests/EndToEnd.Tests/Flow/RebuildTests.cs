using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Rebuilding and verifying: each unit has its turn, beside take-ins, killed anywhere (design.md §4, laws 2, 3, 10).</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_damaged_unit_is_named_and_all_others_are_rebuilt()
    {
        var units = await WeeksAsync(7);
        var expected = await workshop.FiguresAsync(units[0]);
        var entry = await OneOfAsync(StoredNames.Journal, units[3]);
        await WriteAsync(StoredNames.Journal, entry, "damaged");
        foreach (var unit in units)
            await WriteAsync(StoredNames.Ledger, Paths.HotLedger(unit), "damaged");

        var rebuilt = await workshop.Get<Rebuild>().RebuildAsync(default);

        rebuilt.Units.ShouldBe(units.Where(unit => unit != units[3]));
        rebuilt.Troubles.ShouldHaveSingleItem().ToString().ShouldStartWith($"{units[3]}: journal/{entry}: ");
        (await workshop.FiguresAsync(units[6])).ShouldBe(expected);
        (await workshop.VerifyAsync()).ShouldHaveSingleItem().ShouldStartWith($"{units[3]}: journal/{entry}: ");
    }

    [Fact]
    public async Task A_name_in_the_journal_that_is_no_entry_is_damage_of_that_unit()
    {
        var units = await WeeksAsync(2);
        await WriteAsync(StoredNames.Journal, $"{units[0]}/copy of a.1", "x");

        (await workshop.VerifyAsync())
            .ShouldHaveSingleItem()
            .ShouldStartWith($"{units[0]}: journal/{units[0]}/copy of");
    }

    [Fact]
    public async Task A_lost_or_damaged_ledger_is_a_difference_though_readers_derive_it()
    {
        var units = await WeeksAsync(3);
        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(units[0]));
        await WriteAsync(StoredNames.Ledger, Paths.HotLedger(units[1]), "damaged");

        (await workshop.VerifyAsync()).ShouldBe([
            $"{units[0]}: thiếu sổ cái, hoặc sổ cái do phiên bản khác ghi",
            $"{units[1]}: ledger/{units[1]}/hot: sổ cái không còn đúng như khi ghi",
        ]);

        (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_before_any_of_its_requests_and_run_again_it_ends_right()
    {
        var unit = (await WeeksAsync(1))[0];
        var expected = await workshop.FiguresAsync(unit);
        for (var survives = 0; ; survives++)
        {
            await WriteAsync(StoredNames.Ledger, Paths.HotLedger(unit), "damaged");
            var died = await workshop.DieAsync(
                survives,
                async doomed =>
                {
                    var troubles = (await doomed.GetRequiredService<Rebuild>().RebuildAsync(default)).Troubles;
                    if (troubles.Count > 0)
                        throw new DyingHandler.DeadException();
                }
            );

            (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();

            (await workshop.FiguresAsync(unit)).ShouldBe(expected, $"died after {survives} requests");
            (await workshop.VerifyAsync()).ShouldBeEmpty($"died after {survives} requests");
            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
    }

    [Fact]
    public async Task A_take_in_before_any_of_its_requests_is_not_undone()
    {
        var calm = (await WeeksAsync(1))[0];
        var expected = await workshop.FiguresAsync(calm);
        for (var before = 1; ; before++)
        {
            var unit = await PutWeekAsync();
            await workshop.TakeInAsync(unit, 4);
            using var handler = new MeanwhileHandler(before, () => workshop.TakeInAsync(unit, 5));
            await using var slow = workshop.Through(handler);

            await slow.GetRequiredService<DeriveUnit>().DeriveAsync(unit, default);

            if (!handler.HasHappened)
                break;
            (await workshop.FiguresAsync(unit)).ShouldBe(expected, $"before request {before}");
            before.ShouldBeLessThan(100);
        }
    }

    [Fact]
    public async Task Beside_take_ins_of_the_same_units_it_loses_nothing()
    {
        var calm = (await WeeksAsync(1))[0];
        var units = new List<string>();
        for (var i = 0; i < 3; i++)
            units.Add(await PutWeekAsync());
        var chance = new Random(1);

        var takeIns = units.SelectMany(unit =>
            Days().OrderBy(_ => chance.Next()).Select(day => workshop.TakeInShakenAsync(unit, Desk.File(day), day.Day))
        );
        var rebuilds = Enumerable.Range(0, 4).Select(_ => workshop.Get<Rebuild>().RebuildAsync(default));
        await Task.WhenAll([.. takeIns, .. rebuilds]);

        var expected = await workshop.FiguresAsync(calm);
        foreach (var unit in units)
            (await workshop.FiguresAsync(unit)).ShouldBe(expected);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> WeeksAsync(int count)
    {
        var units = new List<string>();
        for (var i = 0; i < count; i++)
        {
            units.Add(await PutWeekAsync());
            await workshop.TakeInAsync(units[^1], 5);
        }
        return units;
    }

    private async Task<string> PutWeekAsync()
    {
        var unit = await workshop.NewUnitAsync();
        foreach (var day in Days())
        {
            var lines = Enumerable.Range(1, 3).Select(n => Desk.Line(day, n, n == 1 ? "Trực tuyến" : "Trực tiếp"));
            var moved = Desk.Line(day.AddDays(-1), 1, "Trực tuyến")
                .Replace(";;Đang xử lý", $";{day:dd/MM/yyyy};Đã xử lý xong", StringComparison.Ordinal);
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv([.. lines, moved]), Desk.Evening(day));
        }
        return unit;
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 5).Select(Monday.AddDays);

    private async Task<string> OneOfAsync(string container, string unit) =>
        (await workshop.BlobsAsync(container, unit))[2].Split(' ')[0];

    private async Task WriteAsync(string container, string name, string text) =>
        await workshop
            .Get<Store>()
            .Container(container)
            .GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(text), overwrite: true);
}
