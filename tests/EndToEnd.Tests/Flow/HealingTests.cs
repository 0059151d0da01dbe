using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Whatever happens to a stored ledger, whoever meets it goes by the journal: figures are equal (design.md §4, law 2b).</summary>
public sealed class HealingTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string Late = "c-2021-09-15.csv";
    private const string Next = "d-2022-03-02.csv";
    private const string Wrong = "b-2022-03-01.csv";

    private static readonly (string Part, string Damage)[] Damages =
    [
        .. ((string[])["empty", "one byte", "half", "all but one byte", "flipped", "deleted"]).SelectMany(damage =>
            ((string, string)[])[("hot", damage), ("cold", damage)]
        ),
        ("hot", "another version"),
        ("hot", "another unit's"),
        ("both", "deleted"),
    ];

    [Fact]
    public Task A_take_in_that_wakes_an_archived_dossier() => HealsAsync(unit => TakeInAsync(unit, Late));

    [Fact]
    public Task A_take_in_of_the_next_day() => HealsAsync(unit => TakeInAsync(unit, Next), touchesCold: false);

    [Fact]
    public Task A_withdrawal() =>
        HealsAsync(unit => workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Wrong, "nhầm", default));

    [Fact]
    public Task A_reading_again() =>
        HealsAsync(unit => workshop.Get<RetakeUploads>().RetakeAsync(unit, default), touchesCold: false);

    [Fact]
    public async Task A_rebuilding_or_a_sweep_once_somebody_has_met_it()
    {
        var rebuilt = await DamagedAsync();
        (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();
        await EqualAsync(rebuilt);

        var swept = await DamagedAsync();
        foreach (var (unit, _, _) in swept)
            await workshop.Get<CurrentLedger>().LoadWholeAsync(unit, default);
        await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        await TakeInAsync(rebuilt[0].Calm, Late, Next);
        await EqualAsync([.. swept.Select(of => of with { Calm = rebuilt[0].Calm })]);
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_explanations_and_verdicts_are_read_as_if_nothing_had_happened()
    {
        string[] periods = ["2021-Q3", "2021", "2021-9M", "2021-08-01..2022-02-28", "2021-08-02"];
        foreach (var (unit, calm, what) in await DamagedAsync())
        {
            foreach (var period in periods)
            {
                (await KpisAsync(unit, period)).ShouldBe(await KpisAsync(calm, period), what + period);
                (await ExplainedAsync(unit, period)).ShouldBe(await ExplainedAsync(calm, period), what + period);
                (await ExaminedAsync(unit, period)).ShouldBe(await ExaminedAsync(calm, period), what + period);
            }
        }
    }

    /// <summary>The same done to units of whole and of damaged ledgers ends with the same figures, stored anew.</summary>
    private async Task HealsAsync(Func<string, Task> act, bool touchesCold = true)
    {
        var damaged = await DamagedAsync();
        foreach (var (unit, _, _) in damaged)
            await act(unit);
        await act(damaged[0].Calm);
        await EqualAsync(damaged, of => !touchesCold && of.What.StartsWith("cold", StringComparison.Ordinal));
    }

    private async Task EqualAsync(IReadOnlyList<Pair> damaged, Func<Pair, bool>? stays = null)
    {
        var expected = await workshop.FiguresAsync(damaged[0].Calm);
        var faults = (await workshop.VerifyAsync()).ToLookup(line => line.Split(':')[0]);
        foreach (var of in damaged)
        {
            (await workshop.FiguresAsync(of.Unit)).ShouldBe(expected, of.What);
            if (stays?.Invoke(of) == true)
                faults[of.Unit].ShouldHaveSingleItem(of.What).ShouldContain($"ledger/{of.Unit}/cold/");
            else
                faults[of.Unit].ShouldBeEmpty(of.What);
        }
    }

    /// <summary>A unit of which something is damaged, and one of the same data that is whole.</summary>
    private sealed record Pair(string Unit, string Calm, string What);

    private async Task<IReadOnlyList<Pair>> DamagedAsync()
    {
        var (calm, pairs) = (await FilledAsync(), new List<Pair>());
        foreach (var (part, damage) in Damages)
        {
            pairs.Add(new(await FilledAsync(), calm, $"{part} {damage} "));
            if (part is "hot" or "both")
                await DamageAsync(Paths.HotLedger(pairs[^1].Unit), damage);
            if (part is "cold" or "both")
                await DamageAsync((await ColdAsync(pairs[^1].Unit))[0], damage);
        }
        return pairs;
    }

    private async Task<string> FilledAsync()
    {
        var unit = await workshop.NewUnitAsync();
        var (summer, spring) = (new DateOnly(2021, 8, 2), new DateOnly(2022, 3, 1));
        await PutAsync("a-2021-08-31.csv", [.. Enumerable.Range(1, 5).Select(n => Finished(summer, n))]);
        await PutAsync(Wrong, [.. Enumerable.Range(1, 5).Select(n => Desk.Line(spring, n, "Trực tuyến"))]);
        await TakeInAsync(unit, "a-2021-08-31.csv", Wrong);
        await PutAsync(Late, [Finished(summer, 1).Replace("Trực tiếp", "Trực tuyến", StringComparison.Ordinal)]);
        await PutAsync(Next, [Finished(spring, 1)]);
        (await ColdAsync(unit)).ShouldNotBeEmpty();
        return unit;

        Task PutAsync(string file, string[] lines) =>
            workshop.PutAsync(
                unit,
                file,
                Desk.Csv(lines),
                Desk.Evening(DateOnly.ParseExact(file[2..12], "yyyy-MM-dd", null))
            );
    }

    private static string Finished(DateOnly received, int number) =>
        Desk.Line(received, number, "Trực tiếp")
            .Replace(";;Đang xử lý", $";{received:dd/MM/yyyy};Đã xử lý xong", StringComparison.Ordinal);

    private async Task TakeInAsync(string unit, params string[] files)
    {
        await using var pipeline = workshop.Calm();
        await workshop.TakeInOnePassAsync(pipeline, unit, files);
    }

    private async Task DamageAsync(string name, string damage)
    {
        var container = workshop.Get<Store>().Container(StoredNames.Ledger);
        var blob = container.GetBlobClient(name);
        var whole = (await blob.DownloadContentAsync()).Value.Content.ToArray();
        if (damage == "deleted")
        {
            await blob.DeleteAsync();
            return;
        }
        byte[] bytes = damage switch
        {
            "empty" => [],
            "one byte" => whole[..1],
            "half" => whole[..(whole.Length / 2)],
            "all but one byte" => whole[..^1],
            "flipped" => [.. whole.Select((b, at) => at == whole.Length / 2 ? (byte)(b ^ 0x10) : b)],
            "another version" => [1, .. whole[1..]],
            _ => await OtherUnitsAsync(),
        };
        await blob.UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

        async Task<byte[]> OtherUnitsAsync()
        {
            var other = container.GetBlobClient(Paths.HotLedger(await FilledAsync()));
            return (await other.DownloadContentAsync()).Value.Content.ToArray();
        }
    }

    private async Task<IReadOnlyList<string>> ColdAsync(string unit) =>
        [
            .. (await workshop.BlobsAsync(StoredNames.Ledger, unit))
                .Select(blob => blob.Split(' ')[0])
                .Where(name => name != Paths.HotLedger(unit)),
        ];

    private static Period Period(string text) => Quarters.Quarter(text);

    private async Task<Pipeline.Units.Unit> UnitAsync(string id) =>
        (await workshop.Get<Registers>().GetAsync(default)).Units.Find(id)!;

    private async Task<string> KpisAsync(string unit, string period) =>
        Nameless(
            unit,
            KpiListing.Csv(
                (
                    await workshop
                        .Get<KpiQuery>()
                        .RowsAsync(
                            Period(period),
                            Breakdown.Unit,
                            PeriodScheme.Statutory,
                            [await UnitAsync(unit)],
                            default
                        )
                ).Rows
            )
        );

    private async Task<string> ExplainedAsync(string unit, string period)
    {
        var explained = await workshop
            .Get<ExplainFigure>()
            .ExplainAsync(await UnitAsync(unit), Period(period), KpiCatalogue.Find("online")!, default);
        return $"{explained.Figure} {explained.AsOf} {string.Join(' ', explained.Dossiers.Select(dossier => dossier.Code))}";
    }

    private async Task<string> ExaminedAsync(string unit, string period)
    {
        var basis = await workshop.Get<ReviewBases>().ReadAsync(Period(period), default);
        var examined = await workshop
            .Get<ExamineUnit>()
            .ExamineAsync(basis, await UnitAsync(unit), Period(period), default);
        return $"{string.Join(' ', examined.Unit.Figures.Values.ToArray())} {examined.Unit.FieldsSha256} {examined.Unit.Coverage.AsOf}";
    }

    /// <summary>Two units of equal data differ in code and name.</summary>
    private static string Nameless(string unit, string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text.Replace(unit, "UNIT", StringComparison.Ordinal),
            "Xã thử [0-9]+",
            "Xã"
        );
}
