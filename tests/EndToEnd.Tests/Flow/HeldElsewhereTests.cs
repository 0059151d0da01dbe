using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Pull;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A refusal that is no moved ETag, elsewhere than at a ledger: named at once, tried so often at most (law 9a).</summary>
public sealed class HeldElsewhereTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const int Few = 23;

    [Fact]
    public async Task A_leased_receipt_of_a_checklist_is_named_and_once_it_is_free_written()
    {
        await PutAsync("thuê.csv", "3");
        await workshop.Get<TakeInChecklist>().TakeInAsync("thuê.csv", default);
        var lease = await LeaseAsync(StoredNames.Receipts, Paths.ChecklistReceipt("thuê.csv"));
        await PutAsync("thuê.csv", "4");

        var (held, requests) = await HeldAsync(pipeline =>
            pipeline.GetRequiredService<TakeInChecklist>().TakeInAsync("thuê.csv", default)
        );

        held.Place.ShouldBe("receipts/checklists/thuê.csv.json");
        requests.ShouldBeLessThanOrEqualTo(Few);
        await lease.ReleaseAsync();
        (await workshop.Get<SweepChecklists>().SweepAsync(default)).ShouldHaveSingleItem().Accepted.ShouldBe(1);
        (await workshop.Get<ChecklistTable>().ListAsync("2022-Q1", default)).Single().Answer.Number.ShouldBe(4);
    }

    [Fact]
    public async Task A_leased_state_of_a_source_is_named_and_once_it_is_free_written()
    {
        var states = workshop.Get<PullStates>();
        await states.UpdateAsync("mot-cua", "29956", state => state with { LastFailure = Failure("1") }, default);
        var lease = await LeaseAsync(StoredNames.Settings, Paths.PullState("mot-cua"));

        var (held, requests) = await HeldAsync(pipeline =>
            pipeline
                .GetRequiredService<PullStates>()
                .UpdateAsync("mot-cua", "29956", state => state with { LastFailure = Failure("2") }, default)
        );

        held.Place.ShouldBe("settings/pull/mot-cua.json");
        requests.ShouldBeLessThanOrEqualTo(Few);
        await lease.ReleaseAsync();
        await states.UpdateAsync("mot-cua", "29956", state => state with { LastFailure = Failure("2") }, default);
        (await states.ReadAsync("mot-cua", default)).Of("29956").LastFailure!.Text.ShouldBe("2");
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "TableBeingDeleted")]
    [InlineData(HttpStatusCode.PreconditionFailed, "LeaseIdMissing")]
    public async Task An_outbox_that_refuses_writes_is_named_and_the_mail_waits(HttpStatusCode status, string code)
    {
        var id = $"late-29956-{code}";
        var mail = new Pipeline.Outbox.Mail(id, "xa@hongngu.example", "", "Nhắc", new MailBody(), []);
        await workshop.Get<PostMail>().PostAsync(mail, default);
        using var refusing = new RefusingHandler(status, code);
        await using var pipeline = workshop.Through(refusing);

        var held = await Should.ThrowAsync<HeldException>(() =>
            pipeline.GetRequiredService<SendMail>().SendAsync(id, default)
        );

        held.Place.ShouldBe($"Outbox/mail/{id}");
        refusing.Refused.ShouldBe(1);
        (await workshop.Get<OutboxTable>().FindAsync(id, default))!.State.ShouldBe(MailState.Pending);
    }

    [Fact]
    public async Task A_state_that_moves_at_every_try_ends_the_tries()
    {
        var states = workshop.Get<PullStates>();
        await states.UpdateAsync("lay-xa", "29956", state => state with { LastFailure = Failure("1") }, default);
        var blob = workshop.Get<Store>().Container(StoredNames.Settings).GetBlobClient(Paths.PullState("lay-xa"));
        using var moving = new MovingHandler(blob);
        await using var pipeline = workshop.Through(moving);

        var contended = await Should.ThrowAsync<ContendedException>(() =>
            pipeline
                .GetRequiredService<PullStates>()
                .UpdateAsync("lay-xa", "29956", state => state with { LastFailure = Failure("2") }, default)
        );

        contended.Message.ShouldStartWith("settings/pull/lay-xa.json was changed by others");
        moving.Moved.ShouldBe(Contention.MostTries);
    }

    private static PullEvent Failure(string text) => new(new DateOnly(2022, 3, 14), DateTimeOffset.UnixEpoch, text);

    private Task PutAsync(string file, string number) =>
        workshop
            .Get<ChecklistFiles>()
            .PutAsync(
                file,
                Encoding.UTF8.GetBytes(
                    $"Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n2022-Q1,29956,printers,{number},,\n"
                ),
                TimeProvider.System.GetUtcNow().UtcTicks,
                default
            );

    private async Task<BlobLeaseClient> LeaseAsync(string container, string blob)
    {
        var lease = workshop.Get<Store>().Container(container).GetBlobClient(blob).GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
        return lease;
    }

    private async Task<(HeldException Held, int Requests)> HeldAsync(Func<IServiceProvider, Task> work)
    {
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);
        counter.Reset();
        var held = await Should.ThrowAsync<HeldException>(() => work(counted));
        return (held, counter.Total);
    }

    /// <summary>Somebody else writes right before each writing of ours.</summary>
    private sealed class MovingHandler(BlobClient blob) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Moved { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method == HttpMethod.Put)
            {
                Moved++;
                var known = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
                await blob.SetMetadataAsync(known, cancellationToken: cancellationToken);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Answers every writing of a row or a blob so.</summary>
    private sealed class RefusingHandler(HttpStatusCode status, string code)
        : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Refused { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method != HttpMethod.Put)
                return await base.SendAsync(request, cancellationToken);
            Refused++;
            var answer = new HttpResponseMessage(status) { RequestMessage = request };
            answer.Headers.Add("x-ms-error-code", code);
            answer.Headers.Add("x-ms-request-id", "1");
            answer.Headers.Add("x-ms-version", "2021-08-06");
            answer.Content = new StringContent(
                $"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"lang\":\"en-US\",\"value\":\"no\"}}}}}}",
                Encoding.UTF8,
                "application/json"
            );
            return answer;
        }
    }
}
