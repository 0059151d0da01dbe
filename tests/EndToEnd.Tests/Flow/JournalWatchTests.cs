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
    public async Task An_entry_lost_with_the_ledger_that_names_it_is_never_derived_away_and_heals_from_its_upload()
    {
        var unit = await TakenInAsync(days: 2);
        var figures = await workshop.FiguresAsync(unit);
        var name = await SpoilAsync(unit, isLost: true);
        foreach (var blob in await workshop.BlobsAsync(StoredNames.Ledger, unit))
            await workshop.Get<Store>().Container(StoredNames.Ledger).DeleteBlobAsync(blob.Split(' ')[0]);

        await Should.ThrowAsync<Exception>(() =>
            workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, _ => { }, default)
        );

        (await NamedAsync()).ShouldContain($"journal/{name}");
        (await workshop.VerifyAsync()).ShouldContain(line => line.Contains(name, StringComparison.Ordinal));
        await workshop.Get<RetakeUploads>().RetakeAsync(unit, default);
        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, _ => { }, default);
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
        (await NamedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_put_back_from_before_an_upload_is_derived_by_the_next_sweep()
    {
        var unit = await TakenInAsync(days: 2);
        var hot = workshop.Get<Store>().Container(StoredNames.Ledger).GetBlobClient(Paths.HotLedger(unit));
        var (early, metadata) = (
            (await hot.DownloadContentAsync()).Value.Content,
            (await hot.GetPropertiesAsync()).Value.Metadata
        );
        foreach (var day in (DateOnly[])[Day.AddDays(2), Day.AddDays(3)])
        {
            await workshop.PutAsync(
                unit,
                Desk.File(day),
                Desk.Csv(Desk.Line(day, day.Day, "Trực tuyến")),
                Desk.Evening(day)
            );
            await workshop.Get<TakeInExports>().TakeInAsync($"{unit}/{Desk.File(day)}", default);
            if (day == Day.AddDays(2))
                await hot.UploadAsync(early, new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata });
        }

        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, _ => { }, default);

        (await workshop.VerifyAsync()).ShouldBeEmpty();
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
