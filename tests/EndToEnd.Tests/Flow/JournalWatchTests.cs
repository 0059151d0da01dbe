using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>The journal is looked at before somebody needs it, and what could heal it stays (design.md §4, law 2b).</summary>
public sealed class JournalWatchTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 3, 14);
    private static readonly DateTimeOffset Midnight = new(2026, 12, 1, 17, 0, 0, TimeSpan.Zero);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_only_copy_of_a_journal_entry_outlives_its_thirty_days_and_heals_it(bool isLost)
    {
        var (unit, sound) = (await TakenInAsync(), await TakenInAsync());
        var figures = await workshop.FiguresAsync(unit);
        await SpoilAsync(unit, isLost);
        await using var later = workshop.At(TimeProvider.System.GetUtcNow().AddDays(31));
        var delete = later.GetRequiredService<DeleteOldExports>();

        (await delete.DeleteAsync(default)).ShouldBe(1, $"that of {sound}");

        (await workshop.BlobsAsync(StoredNames.Exports, unit)).ShouldHaveSingleItem();
        (await NamedAsync()).ShouldContain($"exports/{unit}/{Desk.File(Day)}");
        (await later.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);

        await workshop.Get<RetakeUploads>().RetakeAsync(unit, default);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await delete.DeleteAsync(default)).ShouldBe(1);
        (await NamedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_deleted_entry_is_named_by_the_next_look_also_where_it_was_the_only_one(int days)
    {
        var unit = await TakenInAsync(days);
        await LookAsync(Midnight);
        (await NamedAsync()).ShouldBeEmpty();
        var name = await SpoilAsync(unit, isLost: true);

        await LookAsync(Midnight);

        (await NamedAsync()).ShouldBe([$"journal/{name}"]);
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);
    }

    [Fact]
    public async Task A_changed_entry_is_named_within_seven_nights()
    {
        var unit = await TakenInAsync();
        var name = await SpoilAsync(unit, isLost: false);

        for (var night = 0; night < 7; night++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
                await LookAsync(Midnight.AddDays(night).AddMinutes(15 * quarter));
        }

        (await NamedAsync()).ShouldBe([$"journal/{name}"]);
    }

    private async Task<string> TakenInAsync(int days = 1)
    {
        var unit = await workshop.NewUnitAsync();
        for (var day = Day; day < Day.AddDays(days); day = day.AddDays(1))
            await workshop.PutAsync(
                unit,
                Desk.File(day),
                Desk.Csv(Desk.Line(day, day.Day, "Trực tuyến")),
                Desk.Evening(day)
            );
        await workshop.TakeInAsync(unit, days);
        return unit;
    }

    /// <summary>Deletes the unit's first entry, or flips a bit in it.</summary>
    private async Task<string> SpoilAsync(string unit, bool isLost)
    {
        var name = (await workshop.BlobsAsync(StoredNames.Journal, unit))[0].Split(' ')[0];
        var blob = workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name);
        var content = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        content[content.Length / 2] ^= 1;
        if (isLost)
            await blob.DeleteAsync();
        else
            await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true);
        return name;
    }

    private async Task LookAsync(DateTimeOffset now)
    {
        await using var night = workshop.At(now);
        await night.GetRequiredService<LookAtRows>().NightlyAsync(default);
    }

    private async Task<IEnumerable<string>> NamedAsync() =>
        (await workshop.Get<HealthCheck>().DamagesAsync(default)).Select(damage => damage.Place);
}
