using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Cold segments that are gone or damaged are named before somebody needs them, and derived by the sweep (law 2b).</summary>
public sealed class SegmentWatchTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Midnight = new(2026, 12, 1, 17, 0, 0, TimeSpan.Zero);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task One_that_was_deleted_is_named_until_the_sweep_has_derived_its_unit()
    {
        var (unit, other) = (await workshop.ArchivedAsync(), await workshop.ArchivedAsync());
        await LookAsync(Midnight);
        (await NamedAsync()).ShouldBeEmpty();
        var segment = await SegmentAsync(unit);
        await workshop.DeleteAsync(StoredNames.Ledger, segment);

        await LookAsync(Midnight);

        (await NamedAsync()).ShouldBe([$"ledger/{segment}"]);
        var said = (await workshop.Get<HealthCheck>().DamagesAsync(default)).Single().Words;
        said.ShouldContain("thiếu phần lưu trữ của sổ cái; số liệu vẫn đúng");
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);

        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);

        (await NamedAsync()).ShouldBeEmpty();
        (await SegmentAsync(unit)).ShouldBe(segment);
        (await workshop.FiguresAsync(unit)).ShouldBe(await workshop.FiguresAsync(other));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_changed_is_named_within_seven_nights()
    {
        var segment = await SegmentAsync(await workshop.ArchivedAsync());
        await workshop
            .Get<Store>()
            .Container(StoredNames.Ledger)
            .GetBlobClient(segment)
            .UploadAsync(BinaryData.FromString("hỏng"), overwrite: true);

        for (var quarter = 0; quarter < 28; quarter++)
            await LookAsync(Midnight.AddDays(quarter / 4).AddMinutes(15 * (quarter % 4)));

        (await NamedAsync()).ShouldBe([$"ledger/{segment}"]);
    }

    private async Task<string> SegmentAsync(string unit) =>
        (await workshop.BlobsAsync(StoredNames.Ledger, unit))
            .Select(blob => blob.Split(' ')[0])
            .Single(name => name != Paths.HotLedger(unit));

    private async Task LookAsync(DateTimeOffset now)
    {
        await using var pipeline = workshop.At(now);
        await pipeline.GetRequiredService<LookAtRows>().NightlyAsync(default);
    }

    private async Task<IReadOnlyList<string>> NamedAsync() =>
        [.. (await workshop.Get<HealthCheck>().DamagesAsync(default)).Select(damage => damage.Place)];
}
