using Azure.Storage.Queues;

namespace CCHC.SelfHost.Tests.Queues;

public sealed class QueueTriggerTests(Storage storage)
{
    [Fact]
    public async Task Every_message_becomes_one_invocation()
    {
        await using var host = await Running.StartAsync(storage.Connection, "queue-each", typeof(QueueFunctions));
        string[] messages = [.. Enumerable.Range(1, 40).Select(i => $"message {i}")];
        await SendAsync("queue-each", messages);
        (await host.NotesWhenIdleAsync()).ShouldBe(messages, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_is_bound_as_json_bytes_or_as_it_came()
    {
        await using var host = await Running.StartAsync(storage.Connection, "queue", typeof(TypedQueueFunctions));
        await SendAsync("queue-typed", """{"unit":"29956","number":7}""");
        await SendAsync("queue-binary", "four");
        await SendAsync("queue-raw", "x");
        (await host.NotesWhenIdleAsync()).ShouldBe(["29956 7", "4", "1"], ignoreOrder: true);
    }

    [Fact]
    public async Task After_five_failures_a_message_lies_in_the_poison_queue()
    {
        await using var host = await Running.StartAsync(storage.Connection, "queue-bad", typeof(QueueFunctions));
        host.Notes.Failures = int.MaxValue;
        await SendAsync("queue-bad", "đơn vị");
        (await host.NotesWhenIdleAsync()).ShouldBe(Enumerable.Repeat("đơn vị", 5));
        var poison = await Queue("queue-bad-poison").ReceiveMessagesAsync(32);
        poison.Value.ShouldHaveSingleItem().Body.ToString().ShouldBe("đơn vị");
    }

    [Fact]
    public async Task A_message_that_isnt_base64_is_poisoned_at_once_and_the_others_run()
    {
        await using var host = await Running.StartAsync(storage.Connection, "queue-plain", typeof(QueueFunctions));
        await Queue("queue-plain").CreateIfNotExistsAsync();
        await new QueueClient(storage.Connection, "queue-plain").SendMessageAsync("{not base64}");
        await SendAsync("queue-plain", "good");
        (await host.NotesWhenIdleAsync()).ShouldBe(["good"]);
        var poison = await Queue("queue-plain-poison").ReceiveMessagesAsync(32);
        poison.Value.ShouldHaveSingleItem().Body.ToString().ShouldBe("{not base64}");
    }

    [Fact]
    public async Task Plain_messages_are_read_when_host_json_says_none()
    {
        await using var host = await Running.StartAsync(
            storage.Connection,
            "queue-none",
            typeof(QueueFunctions),
            builder => builder.Configuration["AzureFunctionsJobHost:extensions:queues:messageEncoding"] = "none"
        );
        var plain = new QueueClient(storage.Connection, "queue-none");
        await plain.CreateIfNotExistsAsync();
        await plain.SendMessageAsync("plain");
        (await host.NotesWhenIdleAsync()).ShouldBe(["plain"]);
    }

    [Fact]
    public async Task A_message_longer_at_work_than_its_lease_isnt_given_out_again()
    {
        await using var host = await Running.StartAsync(
            storage.Connection,
            "queue-slow",
            typeof(SlowQueueFunctions),
            builder => builder.Configuration["SelfHost:MessageLease"] = "00:00:02"
        );
        await SendAsync("queue-slow", "work");
        (await host.NotesWhenIdleAsync()).ShouldBe(["work begins", "work ends"]);
    }

    [Fact]
    public async Task A_stop_lets_what_runs_finish()
    {
        await using var host = await Running.StartAsync(storage.Connection, "queue-stop", typeof(SlowQueueFunctions));
        await SendAsync("queue-stop", "work");
        await Eventually.TrueAsync(() => !host.Notes.IsEmpty);
        await host.Host.StopAsync();
        host.Notes.ShouldBe(["work begins", "work ends"]);
        (await Queue("queue-stop").GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
    }

    private async Task SendAsync(string name, params string[] messages)
    {
        await Queue(name).CreateIfNotExistsAsync();
        await Task.WhenAll(messages.Select(message => Queue(name).SendMessageAsync(message)));
    }

    private QueueClient Queue(string name) =>
        new(storage.Connection, name, new() { MessageEncoding = QueueMessageEncoding.Base64 });
}
