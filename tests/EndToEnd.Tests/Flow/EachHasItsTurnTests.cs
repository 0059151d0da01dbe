using System.Globalization;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>One upload that is leased, has a snapshot, or was broken off keeps no other from its turn.</summary>
public sealed class EachHasItsTurnTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 3, 14);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task What_is_leased_or_has_a_snapshot_holds_up_no_other_and_health_names_what_stayed()
    {
        var (leased, pictured, plain) = (await TakenInAsync(), await TakenInAsync(), await TakenInAsync());
        var lease = Export(leased).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
        await Export(pictured).CreateSnapshotAsync();
        await using var later = workshop.At(TimeProvider.System.GetUtcNow().AddDays(31));
        var delete = later.GetRequiredService<DeleteOldExports>();

        await Should.ThrowAsync<PartlyDoneException>(() => delete.DeleteAsync(default));

        var options = new GetBlobsOptions { States = BlobStates.Snapshots };
        var left = new List<string>();
        await foreach (var blob in Exports.GetBlobsAsync(options))
            left.Add(blob.Name);
        left.ShouldBe([$"{leased}/{Desk.File(Day)}"], $"{pictured} and {plain} are gone, snapshots included");
        (await DamagedAsync()).ShouldBe([$"exports/{leased}/{Desk.File(Day)}"]);

        await lease.ReleaseAsync();
        (await delete.DeleteAsync(default)).ShouldBe(1);
        (await DamagedAsync()).ShouldBeEmpty();
        (await delete.DeleteAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_withdrawal_that_cant_be_finished_holds_up_no_upload_and_health_names_it()
    {
        var (broken, sound) = (await TakenInAsync(), await workshop.NewUnitAsync());
        var next = Day.AddDays(1);
        await workshop.PutAsync(
            broken,
            Desk.File(next),
            Desk.Csv(Desk.Line(next, 2, "Trực tuyến")),
            Desk.Evening(next)
        );
        await workshop.TakeInAsync(broken, 2);
        await workshop.Get<UnfinishedWork>().BeginAsync($"withdraw/{broken}/{Desk.File(Day)}", "nhầm", default);
        foreach (var name in (string[])[StoredNames.Ledger, StoredNames.Journal])
        {
            foreach (var blob in await workshop.BlobsAsync(name, broken))
                await workshop
                    .Get<Store>()
                    .Container(name)
                    .GetBlobClient(blob.Split(' ')[0])
                    .UploadAsync(BinaryData.FromString("damaged"), true);
        }
        await PutAsync(sound);
        await using var later = workshop.At(TimeProvider.System.GetUtcNow().AddHours(2));
        var sweep = later.GetRequiredService<SweepExports>();

        await Should.ThrowAsync<PartlyDoneException>(() => sweep.SweepAsync(DateTimeOffset.MinValue, default));

        (await workshop.ReceiptAsync(sound, Desk.File(Day))).ShouldContain("\"accepted\"");
        (await DamagedAsync()).ShouldContain($"settings/unfinished/withdraw/{broken}/{Desk.File(Day)}");
        (await later.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);
    }

    /// <summary>Another process was done with it in the moment in which this one noted that it couldn't.</summary>
    [Fact]
    public async Task A_failure_noted_of_work_that_is_done_is_past()
    {
        var unfinished = workshop.Get<UnfinishedWork>();
        var mark = await unfinished.BeginAsync("withdraw/29956/a.csv", "nhầm", default);
        await unfinished.NoteFailureAsync(mark, new IOException("no answer"), default);
        (await NamedAsync()).ShouldContain("settings/unfinished/withdraw/29956/a.csv");
        await unfinished.DoneAsync(mark, default);
        await unfinished.NoteFailureAsync(mark, new IOException("no answer"), default);

        (await NamedAsync()).ShouldNotContain("settings/unfinished/withdraw/29956/a.csv");

        async Task<IEnumerable<string>> NamedAsync() =>
            (await workshop.Get<HealthCheck>().DamagesAsync(default)).Select(damage => damage.Place);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("1999-12-31")]
    public async Task A_time_of_upload_that_cant_be_is_not_believed(string day)
    {
        var unit = await workshop.NewUnitAsync();
        var name = $"{unit}/{Desk.File(Day)}";
        var ticks = DateTime.Parse(day, CultureInfo.InvariantCulture).Ticks;
        await Exports
            .GetBlobClient(name)
            .UploadAsync(
                BinaryData.FromBytes(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến"))),
                new BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string>
                    {
                        ["uploadedat"] = ticks.ToString(CultureInfo.InvariantCulture),
                    },
                }
            );

        var receipt = await workshop.Get<TakeInExports>().TakeInAsync(name, default);

        var written = (await Export(unit).GetPropertiesAsync()).Value.LastModified;
        receipt.ShouldNotBeNull().UploadedAt.ShouldBe(written);
    }

    private Azure.Storage.Blobs.BlobContainerClient Exports => workshop.Get<Store>().Container(StoredNames.Exports);

    private Azure.Storage.Blobs.BlobClient Export(string unit) => Exports.GetBlobClient($"{unit}/{Desk.File(Day)}");

    private async Task<string> TakenInAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit);
        await workshop.TakeInAsync(unit, 1);
        return unit;
    }

    private Task PutAsync(string unit) =>
        workshop.PutAsync(unit, Desk.File(Day), Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));

    private async Task<IEnumerable<string>> DamagedAsync() =>
        (await workshop.Get<DamageMarks>().ListAsync(default)).Select(damage => damage.Place);
}
