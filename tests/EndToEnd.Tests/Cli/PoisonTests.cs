using System.Text.Json;
using Azure.Storage.Queues;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Messages in poison queues that no function has marked, as where none runs or the marking itself failed.</summary>
public sealed class PoisonTests(Stores stores)
{
    private const string Buried = StoredNames.NoticesPoisonQueue + "-poison";
    private readonly string store = stores.New();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("không phải JSON")]
    [InlineData("""{"ContainerName":7,"BlobName":"x"}""")]
    [InlineData("""{"ContainerName":"exports","BlobName":null}""")]
    [InlineData("""{"ContainerName":"exports","BlobName":""}""")]
    [InlineData("""{"ContainerName":"exports","BlobName":"\ud800"}""")]
    [InlineData("""{"ContainerName":"others","BlobName":"Nguyễn Văn A.csv"}""")]
    public async Task A_message_about_no_upload_is_marked_by_its_hash(string message)
    {
        await using var pipeline = await PreparedAsync();

        await pipeline.GetRequiredService<MarkPoisoned>().MarkAsync(message, default);

        var mark = (await pipeline.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldHaveSingleItem();
        mark.ShouldMatch($"^unreadable/webjobs-blobtrigger-poison/[0-9a-f]{{16}}-{message.Length}$");
    }

    [Theory]
    [InlineData("""{"period":"../../ledger","unit":"hot"}""")]
    [InlineData("""{"period":"..","unit":".."}""")]
    [InlineData("""{"period":"2022-Q1"}""")]
    [InlineData("null")]
    public async Task A_letter_that_none_could_be_leads_to_no_other_place(string message)
    {
        await using var pipeline = await PreparedAsync();
        await SendAsync(StoredNames.NoticesPoisonQueue, message);

        var retried = await Cchc.RunAsync("poison", "retry", "all", "--storage", store);

        retried.ExitCode.ShouldBe(1);
        var mark = (await pipeline.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldHaveSingleItem();
        mark.ShouldStartWith("unreadable/notices-poison/");
    }

    [Fact]
    public async Task What_could_not_be_marked_turns_health_red_and_is_listed_and_worked_on()
    {
        await using var pipeline = await PreparedAsync();
        await SendAsync(Buried, """{"period":"2022-Q1","unit":"29956"}""");

        var health = await Cchc.RunAsync("health", "--storage", store);
        var listed = await Cchc.DoneAsync("poison", "list", "--format", "json", "--storage", store);
        var retried = await Cchc.RunAsync("poison", "retry", "notices/2022-Q1/29956", "--storage", store);

        (health.ExitCode, health.Output).ShouldBe(
            (1, $"{Buried}: 1 tin nhắn chưa được ghi nhận, xem cchc poison list\n")
        );
        var item = JsonDocument.Parse(listed.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("queue").GetString().ShouldBe(Buried);
        item.GetProperty("mark").GetString().ShouldBe("notices/2022-Q1/29956");
        retried.ExitCode.ShouldBe(1, "nothing was reviewed");
        (await pipeline.GetRequiredService<PoisonQueues>().CountAsync(default)).ShouldBeEmpty();
        (await pipeline.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldBe(["notices/2022-Q1/29956"]);
        await Cchc.DoneAsync("poison", "drop", "notices/2022-Q1/29956", "--reason", "thử", "--storage", store);
        await Cchc.DoneAsync("health", "--storage", store);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_stops_nobody()
    {
        await using var pipeline = await PreparedAsync();
        await new QueueClient(store, StoredNames.OutboxPoisonQueue).SendMessageAsync("{not base64}");

        await Cchc.DoneAsync("poison", "list", "--storage", store);
        var retried = await Cchc.RunAsync("poison", "retry", "--storage", store);

        retried.Output.ShouldContain("unreadable/outbox-poison/");
        retried.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_retried_or_dropped()
    {
        (await Cchc.RunAsync("poison", "retry", "12345678", "--storage", store)).ExitCode.ShouldBe(3);
        (await Cchc.RunAsync("poison", "drop", "12345678", "--reason", "x", "--storage", store)).ExitCode.ShouldBe(3);
        (await Cchc.RunAsync("poison", "drop", "12345678", "--reason", " ", "--storage", store)).ExitCode.ShouldBe(2);
    }

    private async Task<ServiceProvider> PreparedAsync()
    {
        var pipeline = Pipelines.On(Store.Open(store));
        await pipeline.GetRequiredService<PrepareStore>().PrepareAsync("work", default);
        return pipeline;
    }

    private async Task SendAsync(string name, string message)
    {
        var queue = Store.Open(store).Queue(name);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(message);
    }
}
