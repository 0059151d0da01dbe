using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>"failed" is not done: it is tried again daily, five times, and none of those sent beside it fails with it (law 5).</summary>
public sealed class FailedUploadTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Bad = Monday.AddDays(1);
    private readonly Workshop workshop = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private BuggyHandler handler = null!;
    private ServiceProvider pipeline = null!;
    private string unit = "";

    public async ValueTask InitializeAsync()
    {
        await workshop.InitializeAsync();
        unit = await workshop.NewUnitAsync();
        foreach (var day in (DateOnly[])[Monday, Bad, Monday.AddDays(2)])
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));
        handler = new BuggyHandler($"journal/{unit}/{Bad:yyyy-MM-dd}/");
        pipeline = workshop.Pipeline(handler, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        handler.Dispose();
        await workshop.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_bad_one_of_a_pass_fails_and_is_told_so()
    {
        var taken = await SweepAsync();

        taken
            .Select(receipt => (receipt.File, receipt.Outcome))
            .ShouldBe(
                [
                    (Desk.File(Monday), Outcome.Accepted),
                    (Desk.File(Bad), Outcome.Failed),
                    (Desk.File(Monday.AddDays(2)), Outcome.Accepted),
                ],
                ignoreOrder: true
            );
        (await pipeline.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);
    }

    [Fact]
    public async Task It_is_tried_again_daily_and_no_more_than_five_times()
    {
        var tries = 0;
        for (var hour = 0; hour < 24 * 8; hour += 6)
        {
            tries += (await SweepAsync()).Count(receipt => receipt.File == Desk.File(Bad));
            clock.Advance(TimeSpan.FromHours(6));
        }

        // Storage keeps the receipts' times, and they stand: after the first day each sweep is a day later.
        tries.ShouldBe(5);
        var (_, attempts) = (await ReceiptAsync()).ShouldNotBeNull();
        attempts.ShouldBe(5);
    }

    [Fact]
    public async Task Once_the_cause_is_gone_it_is_taken_in_and_health_is_green()
    {
        await SweepAsync();
        handler.IsMended = true;
        (await SweepAsync()).ShouldBeEmpty("it waits for a day");
        clock.Advance(TimeSpan.FromHours(25));

        (await SweepAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Accepted);

        (await pipeline.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldNotBe(HealthColour.Red);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_one_command_too_only_the_bad_one_fails()
    {
        var other = await workshop.NewUnitAsync();
        await using var buggy = workshop.Pipeline(new BuggyHandler($"journal/{other}/{Bad:yyyy-MM-dd}/"));
        var told = new List<Receipt>();
        var files = new[] { Monday, Bad }.Select(day => new IngestFile(
            other,
            Desk.File(day),
            () => new MemoryStream(Desk.Csv(Desk.Line(day, 1, "Trực tuyến")))
        ));

        await buggy.GetRequiredService<IngestFiles>().IngestAsync([.. files], told.Add, default);

        told.Select(receipt => receipt.Outcome).ShouldBe([Outcome.Accepted, Outcome.Failed]);
    }

    private Task<IReadOnlyList<Receipt>> SweepAsync() =>
        pipeline.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);

    private Task<(Receipt Receipt, int Attempts)?> ReceiptAsync() =>
        workshop.Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, Desk.File(Bad)), default);
}
