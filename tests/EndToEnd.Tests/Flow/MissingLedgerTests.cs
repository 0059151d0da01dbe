using System.Globalization;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A hot ledger that was deleted is a red light that names it, until somebody has derived it (design.md §4, law 2b).</summary>
public sealed class MissingLedgerTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Summer = new(2021, 8, 2);
    private static readonly DateOnly Monday = new(2022, 3, 7);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_named_until_the_sweep_has_derived_it(bool hasArchive)
    {
        var unit = await TakenInAsync(hasArchive);
        var figures = await workshop.FiguresAsync(unit);
        (await NamedAsync()).ShouldBeEmpty();

        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(unit));

        var damage = (await NamedAsync()).ShouldHaveSingleItem();
        damage.Place.ShouldBe($"ledger/{unit}/hot");
        damage.Words.ShouldStartWith("sổ cái bị mất");
        await using (var pipeline = workshop.Calm())
        {
            var health = pipeline.GetRequiredService<HealthCheck>();
            (await health.ColourAsync(default)).ShouldBe(HealthColour.Red);
            await pipeline.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
            (await health.ColourAsync(default)).ShouldBe(HealthColour.Green);
        }
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
    }

    [Fact]
    public async Task One_whose_uploads_are_all_withdrawn_is_named_too()
    {
        var unit = await TakenInAsync(hasArchive: false);
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);
        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(unit));

        (await NamedAsync()).ShouldHaveSingleItem().Place.ShouldBe($"ledger/{unit}/hot");

        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
    }

    [Fact]
    public async Task A_first_upload_on_its_way_is_no_loss()
    {
        for (var survives = 0; ; survives++)
        {
            var unit = await PutAsync(hasArchive: false);
            var died = await workshop.DieAsync(unit, Desk.File(Monday), survives);

            (await NamedAsync()).ShouldBeEmpty($"after {survives} requests");

            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
    }

    [Fact]
    public async Task A_look_at_health_lists_the_ledgers_and_reads_no_journal()
    {
        await TakenInAsync(hasArchive: true);
        var counter = new RequestCounter();
        await using var pipeline = workshop.Counted(counter);
        var ledgers = pipeline.GetRequiredService<MissingLedgers>();
        await ledgers.FindAsync(default);
        counter.Reset();

        await ledgers.FindAsync(default);

        counter.Sent.Where(request => !request.Contains("/Exports(", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    /// <summary>As a process would that has just been started.</summary>
    private async Task<IReadOnlyList<Damage>> NamedAsync()
    {
        await using var pipeline = workshop.Calm();
        return await pipeline.GetRequiredService<HealthCheck>().DamagesAsync(default);
    }

    private async Task<string> TakenInAsync(bool hasArchive)
    {
        var unit = await PutAsync(hasArchive);
        await using var pipeline = workshop.Calm();
        var exports = await workshop.Get<ExportStore>().ListAsync(unit + "/", default);
        await workshop.TakeInOnePassAsync(pipeline, unit, exports.Select(export => export.Name.Split('/')[1]));
        (await workshop.BlobsAsync(StoredNames.Ledger, unit)).Count.ShouldBe(hasArchive ? 2 : 1);
        return unit;
    }

    private async Task<string> PutAsync(bool hasArchive)
    {
        var unit = await workshop.NewUnitAsync();
        // Nobody else's content: it would be a doubt, and health yellow.
        var number = int.Parse(unit[1..], CultureInfo.InvariantCulture);
        var finished = Desk.Line(Summer, number, "Trực tiếp")
            .Replace(";;Đang xử lý", $";{Summer:dd/MM/yyyy};Đã xử lý xong", StringComparison.Ordinal);
        if (hasArchive)
            await workshop.PutAsync(unit, Desk.File(Summer), Desk.Csv(finished), Desk.Evening(Summer));
        await workshop.PutAsync(
            unit,
            Desk.File(Monday),
            Desk.Csv(Desk.Line(Monday, number, "Trực tuyến")),
            Desk.Evening(Monday)
        );
        return unit;
    }
}
