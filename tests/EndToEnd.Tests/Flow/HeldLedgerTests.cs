using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A hot ledger that can't be written, or moves whenever it is: bounded tries, a clear error, nothing lost (law 9a).</summary>
public sealed class HeldLedgerTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);

    [Fact]
    public async Task A_lease_is_named_after_few_requests_and_once_it_is_gone_nothing_is_lost()
    {
        var (calm, unit) = (await TakenInAsync(2), await TakenInAsync(1));
        var lease = Hot(unit).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);
        counter.Reset();

        var held = await Should.ThrowAsync<HeldException>(() =>
            counted.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{Desk.File(Monday.AddDays(1))}", default)
        );

        held.Message.ShouldBe(
            $"ledger/{unit}/hot is held (412 LeaseIdMissing): a lease or a policy; it is tried again later."
        );
        // Lists are read with the keys of their rows, that of fields with them.
        counter.Total.ShouldBeLessThanOrEqualTo(16, string.Join('\n', counter.Sent));
        var rebuilt = await workshop.Get<Rebuild>().RebuildAsync(default);
        rebuilt.Troubles.ShouldHaveSingleItem().ToString().ShouldStartWith($"{unit}: ledger/{unit}/hot đang bị khóa");

        await lease.ReleaseAsync();
        await workshop.TakeInAsync(unit, 2);
        (await workshop.SnapshotAsync(unit)).ShouldBe(await workshop.SnapshotAsync(calm));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_that_moves_at_every_try_ends_the_tries_and_nothing_is_lost()
    {
        var (calm, unit) = (await TakenInAsync(2), await TakenInAsync(1));
        using var moving = new MovingHandler(Hot(unit));
        await using var pipeline = workshop.Through(moving);

        var contended = await Should.ThrowAsync<ContendedException>(() =>
            pipeline.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{Desk.File(Monday.AddDays(1))}", default)
        );

        contended.Message.ShouldStartWith($"ledger/{unit}/hot was changed by others at each of {Contention.MostTries}");
        moving.Moved.ShouldBe(Contention.MostTries);
        await workshop.TakeInAsync(unit, 2);
        (await workshop.SnapshotAsync(unit)).ShouldBe(await workshop.SnapshotAsync(calm));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private BlobClient Hot(string unit) =>
        workshop.Get<Store>().Container(StoredNames.Ledger).GetBlobClient(Paths.HotLedger(unit));

    /// <summary>Two exports, the first so many of them taken in.</summary>
    private async Task<string> TakenInAsync(int count)
    {
        var unit = await workshop.NewUnitAsync();
        foreach (var day in (DateOnly[])[Monday, Monday.AddDays(1)])
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));
        await workshop.TakeInAsync(unit, count);
        return unit;
    }

    /// <summary>Somebody else touches the ledger right before each saving of it.</summary>
    private sealed class MovingHandler(BlobClient hot) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Moved { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (
                request.Method == HttpMethod.Put
                && request.RequestUri!.AbsolutePath.EndsWith(hot.Name, StringComparison.Ordinal)
            )
            {
                Moved++;
                var known = (await hot.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
                await hot.SetMetadataAsync(known, cancellationToken: cancellationToken);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
