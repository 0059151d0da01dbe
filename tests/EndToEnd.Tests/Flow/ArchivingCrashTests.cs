using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Passes that archive dossiers and fail, against a real storage (design.md §4, law 2a).</summary>
public class ArchivingCrashTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Received = new(2021, 8, 2);
    private static readonly string[] First = ["a-2021-08-31.csv", "b-2022-03-01.csv"];
    private static readonly string[] Second = ["c-2021-09-15.csv", "d-2022-04-05.csv"];
    private const string Between = "e-2021-10-05.csv";

    [Fact]
    public async Task A_pass_that_archives_and_dies_before_any_of_its_requests_counts_each_dossier_once_when_repeated()
    {
        var lived = await AfterFirstPassAsync();
        await PassAsync(lived, Second);
        var expected = await workshop.SnapshotAsync(lived);
        (await ReceivedAsync(lived)).ShouldBe(10);
        for (var survives = 0; ; survives++)
        {
            var unit = await AfterFirstPassAsync();
            var died = await workshop.DieAsync(survives, doomed => workshop.TakeInOnePassAsync(doomed, unit, Second));
            await PassAsync(unit, Second);
            (await ReceivedAsync(unit)).ShouldBe(10, $"died after {survives} requests");
            (await workshop.SnapshotAsync(unit)).ShouldBe(expected, $"died after {survives} requests");
            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pass_that_archives_while_another_archives_the_same_month_loses_nothing_and_counts_nothing_twice()
    {
        var calm = await AfterFirstPassAsync();
        await PassAsync(calm, Second);
        await PassAsync(calm, [Between]);
        var expected = await workshop.FiguresAsync(calm);
        (await ReceivedAsync(calm)).ShouldBe(12);
        for (var waits = 1; waits <= 40; waits++)
        {
            var unit = await AfterFirstPassAsync();
            using var handler = new MeanwhileHandler(waits, () => PassAsync(unit, [Between]));
            await using var slow = workshop.Through(handler);

            await workshop.TakeInOnePassAsync(slow, unit, Second);

            if (!handler.HasHappened)
                break;
            (await ReceivedAsync(unit)).ShouldBe(12, $"before request {waits}");
            (await workshop.FiguresAsync(unit)).ShouldBe(expected, $"before request {waits}");
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_segments_that_the_ledger_names_stay_behind()
    {
        var unit = await AfterFirstPassAsync();
        var before = await ColdAsync(unit);
        await PassAsync(unit, Second);

        var after = await ColdAsync(unit);

        before.ShouldHaveSingleItem();
        after.ShouldHaveSingleItem().ShouldNotBe(before[0]);
        (await workshop.Get<CurrentLedger>().LoadWholeAsync(unit, default)).Hot.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_dossier_woken_and_archived_again_is_counted_as_it_was_last_said()
    {
        var unit = await AfterFirstPassAsync();
        var online = Finished(Received, 1).Replace("Trực tiếp", "Trực tuyến", StringComparison.Ordinal);
        await workshop.PutAsync(unit, "f-2021-09-20.csv", Desk.Csv(online), Desk.Evening(new(2021, 9, 20)));
        await PassAsync(unit, ["f-2021-09-20.csv"]);
        (await CountAsync(unit, "ReceivedOnline")).ShouldBe(1);
        await PassAsync(unit, Second);

        (await CountAsync(unit, "ReceivedOnline")).ShouldBe(1);
        (await ReceivedAsync(unit)).ShouldBe(10);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private async Task<string> AfterFirstPassAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(First[0], Received, 1, 5);
        await PutAsync(First[1], new DateOnly(2022, 3, 1), 1, 5);
        await PutAsync(Second[0], Received, 6, 5);
        await PutAsync(Second[1], new DateOnly(2022, 4, 5), 1, 5);
        await PutAsync(Between, Received, 11, 2);
        await PassAsync(unit, First);
        return unit;

        Task PutAsync(string file, DateOnly received, int from, int count) =>
            workshop.PutAsync(
                unit,
                file,
                Desk.Csv(Enumerable.Range(from, count).Select(n => Finished(received, n))),
                Desk.Evening(DateOnly.ParseExact(file[2..12], "yyyy-MM-dd", CultureInfo.InvariantCulture))
            );
    }

    private static string Finished(DateOnly received, int number) =>
        Desk.Line(received, number, "Trực tiếp")
            .Replace(
                ";;Đang xử lý",
                $";{received.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)};Đã xử lý xong",
                StringComparison.Ordinal
            );

    private async Task PassAsync(string unit, string[] files)
    {
        await using var pipeline = workshop.Calm();
        await workshop.TakeInOnePassAsync(pipeline, unit, files);
    }

    /// <summary>Dossiers received in 2021, as the tables say.</summary>
    private Task<int?> ReceivedAsync(string unit) => CountAsync(unit, "Received");

    private async Task<int?> CountAsync(string unit, string column)
    {
        var partition = Keys.KpiPartition(PeriodScheme.Statutory, "2021");
        var table = workshop.Get<Store>().Table(StoredNames.KpiTable);
        var row = await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(partition, unit);
        return row.Value.GetInt32(column);
    }

    private async Task<IReadOnlyList<string>> ColdAsync(string unit) =>
        [
            .. (await workshop.BlobsAsync(StoredNames.Ledger, unit)).Where(blob =>
                !blob.StartsWith(Paths.HotLedger(unit), StringComparison.Ordinal)
            ),
        ];
}
