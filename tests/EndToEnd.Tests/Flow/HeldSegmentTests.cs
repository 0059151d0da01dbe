using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Somebody holds a lease on a segment of a ledger: the blob is named, all others go on, and it heals (laws 9a, 10).</summary>
public sealed class HeldSegmentTests : IAsyncLifetime
{
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task One_that_is_written_again_keeps_its_unit_as_it_was()
    {
        var (unit, other) = (await workshop.ArchivedAsync(), await workshop.ArchivedAsync());
        var (segment, lease) = await LeasedAsync(unit);
        var figures = await workshop.FiguresAsync(unit);

        await ToldAsync(unit, other, segment);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        await lease.ReleaseAsync();
        (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_followed_stays_and_all_else_is_derived()
    {
        var (unit, other) = (await workshop.ArchivedAsync(), await workshop.ArchivedAsync());
        var (segment, lease) = await LeasedAsync(unit);
        foreach (var each in (string[])[unit, other])
            await MarkWithdrawnAsync(each);
        await workshop.Get<DamageMarks>().SetAsync(new($"ledger/{unit}/hot", "hỏng"), default);

        await ToldAsync(unit, other, segment);

        (await workshop.FiguresAsync(unit)).ShouldBe(await workshop.FiguresAsync(other));
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
        (await workshop.BlobsAsync(StoredNames.Ledger, other)).Count.ShouldBe(1);
        await lease.ReleaseAsync();
        (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_nobody_s_ends_no_rebuilding()
    {
        var other = await workshop.ArchivedAsync();
        var stray = Paths.ColdLedger("49999", "2021-08", "0123456789abcdef");
        var blob = workshop.Get<Store>().Container(StoredNames.Ledger).GetBlobClient(stray);
        await blob.UploadAsync(BinaryData.FromString("of nobody's"));
        await blob.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        var rebuilt = await ToldAsync("49999", other, stray);

        rebuilt.Removed.Places.ShouldBeEmpty();
    }

    private async Task<RebuildResult> ToldAsync(string unit, string other, string segment)
    {
        var rebuilt = await workshop.Get<Rebuild>().RebuildAsync(default);
        rebuilt
            .Troubles.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                $"{unit}: ledger/{segment} đang bị khóa (lease) hoặc bị chính sách của kho lưu trữ giữ lại, hãy bỏ khóa (az storage blob lease break) hoặc đợi khóa hết hạn rồi chạy lại"
            );
        rebuilt.Units.ShouldBe([other]);
        return rebuilt;
    }

    private async Task<(string Segment, BlobLeaseClient Lease)> LeasedAsync(string unit)
    {
        var segment = (await workshop.BlobsAsync(StoredNames.Ledger, unit))
            .Select(blob => blob.Split(' ')[0])
            .Single(name => name != Paths.HotLedger(unit));
        var lease = workshop.Get<Store>().Container(StoredNames.Ledger).GetBlobClient(segment).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
        return (segment, lease);
    }

    /// <summary>As a withdrawal does that dies right after.</summary>
    private async Task MarkWithdrawnAsync(string unit)
    {
        var journal = workshop.Get<JournalStore>();
        var archived = (await journal.PlacesAsync(unit, default))[0];
        await journal.WithdrawAsync(
            unit,
            archived.Stamp,
            new Withdrawal(TimeProvider.System.GetUtcNow(), "nhầm tệp", "a-2021-08-31.csv"),
            default
        );
    }
}
