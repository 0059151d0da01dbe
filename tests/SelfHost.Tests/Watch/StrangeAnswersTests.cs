using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CCHC.SelfHost.Tests.Blobs;
using CCHC.SelfHost.Tests.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.SelfHost.Tests.Watch;

/// <summary>Whatever a poll answers, the listener goes on, and says so while it can't (design.md §4, law 9a).</summary>
public sealed class StrangeAnswersTests(Storage storage)
{
    public static TheoryData<string, int, string, string> Answers =>
        new()
        {
            { "sign-in", 200, "text/html", "<!doctype html><html><p>Đăng nhập mạng<br></html>" },
            { "empty", 200, "application/xml", "" },
            { "cut-off", 200, "application/xml", "<?xml version=\"1.0\"?><EnumerationResults><Blobs><Blo" },
            { "json", 200, "application/json", "{\"error\":\"x\"}" },
            { "other-xml", 200, "application/xml", "<a><b/></a>" },
            { "odd-numbers", 200, "application/xml", OddNumbers },
            { "error", 500, "text/plain", "no" },
            { "moved", 302, "text/html", "" },
        };

    private const string OddNumbers = """
        <?xml version="1.0"?><EnumerationResults><Blobs><Blob><Name>29956/a.csv</Name><Properties><Last-Modified>yesterday</Last-Modified><Content-Length>many</Content-Length></Properties></Blob></Blobs><QueueMessage><MessageId>1</MessageId><DequeueCount>many</DequeueCount></QueueMessage></EnumerationResults>
        """;

    [Theory, MemberData(nameof(Answers))]
    public async Task A_watcher_bears_any_answer_to_a_listing(string name, int status, string type, string body)
    {
        var place = $"strange-blob-{name}";
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        var container = new BlobContainerClient(storage.Connection, place);
        await container.CreateIfNotExistsAsync();
        var struck = 0;
        network.AnswerListings(place, context => StrikeAsync(context, status, type, body, () => struck++));
        await using var host = await StartAsync(network, place, typeof(BlobFunctions));
        var watch = host.Host.Services.GetRequiredService<ListenerWatch>();
        await Eventually.TrueAsync(() => struck >= 3 && (name == "other-xml" || watch.Silent.Count > 0));
        if (name != "other-xml")
            watch.Silent.ShouldBe([$"container {place}"]);
        network.LetThrough();

        await container.GetBlobClient("29956/x.csv").UploadAsync(BinaryData.FromString("rows"));
        await Eventually.TrueAsync(() => !host.Notes.IsEmpty && watch.Silent.Count == 0);
        host.Notes.ShouldBe(["29956 | x.csv | rows"]);
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task A_queue_listener_bears_any_answer_to_a_poll(string name, int status, string type, string body)
    {
        var place = $"strange-queue-{name}";
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        var queue = new QueueClient(storage.Connection, place, new() { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        var struck = 0;
        network.AnswerPolls(place, context => StrikeAsync(context, status, type, body, () => struck++));
        await using var host = await StartAsync(network, place, typeof(QueueFunctions));
        var watch = host.Host.Services.GetRequiredService<ListenerWatch>();
        await Eventually.TrueAsync(() => struck >= 3 && (name == "other-xml" || watch.Silent.Count > 0));
        if (name != "other-xml")
            watch.Silent.ShouldBe([$"queue {place}"]);
        network.LetThrough();

        await queue.SendMessageAsync("m");
        await Eventually.TrueAsync(() => !host.Notes.IsEmpty && watch.Silent.Count == 0);
        host.Notes.ShouldBe(["m"]);
    }

    [Fact]
    public async Task A_poll_that_is_never_answered_is_given_up_and_made_again()
    {
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        var asked = 0;
        network.AnswerListings(
            "strange-hung",
            async context =>
            {
                asked++;
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        );
        await using var host = await StartAsync(network, "strange-hung", typeof(BlobFunctions));
        await Eventually.TrueAsync(() => asked >= 3);
        network.LetThrough();
        var watch = host.Host.Services.GetRequiredService<ListenerWatch>();
        await Eventually.TrueAsync(() => watch.Silent.Count == 0);
    }

    [Fact]
    public async Task A_record_of_what_was_found_that_is_never_answered_is_given_up_and_written_again()
    {
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        await using var host = await StartAsync(network, "strange-record", typeof(BlobFunctions));
        var asked = 0;
        network.Answers = async context =>
        {
            if (
                !HttpMethods.IsPut(context.Request.Method)
                || !context.Request.Path.Value!.Contains("/azure-webjobs-hosts/", StringComparison.Ordinal)
            )
                return false;
            asked++;
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };
        var container = new BlobContainerClient(storage.Connection, "strange-record");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("29956/x.csv").UploadAsync(BinaryData.FromString("rows"));
        var watch = host.Host.Services.GetRequiredService<ListenerWatch>();
        await Eventually.TrueAsync(() => asked > 0 && watch.Silent.Count > 0);
        network.LetThrough();

        await Eventually.TrueAsync(() => watch.Silent.Count == 0);
        (await host.NotesWhenIdleAsync()).ShouldBe(["29956 | x.csv | rows"]);
    }

    [Fact]
    public async Task A_listing_that_drips_without_end_is_given_up_and_made_again()
    {
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        var asked = 0;
        network.AnswerListings(
            "strange-drip",
            async context =>
            {
                asked++;
                context.Response.ContentType = "application/xml";
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync(" ", default);
                    await Task.Delay(50);
                }
            }
        );
        await using var host = await StartAsync(network, "strange-drip", typeof(BlobFunctions));
        await Eventually.TrueAsync(() => asked >= 3);
        network.LetThrough();
        var watch = host.Host.Services.GetRequiredService<ListenerWatch>();
        await Eventually.TrueAsync(() => watch.Silent.Count == 0);
    }

    private static Task<Running> StartAsync(FaultyNetwork network, string place, Type functions) =>
        Running.StartAsync(
            network.Connection,
            place,
            functions,
            builder =>
            {
                builder.Configuration["SelfHost:PollPatience"] = "00:00:00.500";
                builder.Configuration["SelfHost:SilenceAllowed"] = "00:00:01";
            }
        );

    private static async Task StrikeAsync(HttpContext context, int status, string type, string body, Action count)
    {
        count();
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    }
}
