using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;

namespace CCHC.SelfHost.Tests.Blobs;

public sealed class BlobTriggerTests(Storage storage)
{
    [Fact]
    public async Task A_blob_becomes_an_invocation_with_its_unit_and_file()
    {
        await using var host = await StartAsync("blob-once");
        await PutAsync("blob-once", "29956/sổ theo dõi.csv", "rows");
        (await host.NotesWhenIdleAsync()).ShouldBe(["29956 | sổ theo dõi.csv | rows"]);
    }

    [Fact]
    public async Task The_first_name_takes_the_slashes_as_on_the_official_host()
    {
        await using var host = await StartAsync("blob-slashes");
        await PutAsync("blob-slashes", "29956/sub/x.csv", "rows");
        (await host.NotesWhenIdleAsync()).ShouldBe(["29956/sub | x.csv | rows"]);
    }

    [Fact]
    public async Task A_stream_is_bound_too()
    {
        await using var host = await Running.StartAsync(storage.Connection, "blob-stream", typeof(StreamFunctions));
        await PutAsync("blob-stream", "x.csv", "rows");
        (await host.NotesWhenIdleAsync()).ShouldBe(["x.csv: rows"]);
    }

    [Fact]
    public async Task A_blob_that_doesnt_fit_the_path_is_left_alone()
    {
        await using var host = await StartAsync("blob-stray");
        await PutAsync("blob-stray", "x.csv", "rows");
        (await host.NotesWhenIdleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blob_overwritten_is_delivered_again()
    {
        await using var host = await StartAsync("blob-twice");
        await PutAsync("blob-twice", "29956/x.csv", "old");
        await host.NotesWhenIdleAsync();
        await PutAsync("blob-twice", "29956/x.csv", "new");
        (await host.NotesWhenIdleAsync()).ShouldBe(["29956 | x.csv | old", "29956 | x.csv | new"]);
    }

    [Fact]
    public async Task A_function_that_fails_at_first_gets_the_blob_again()
    {
        await using var host = await StartAsync("blob-retry");
        host.Notes.Failures = 2;
        await PutAsync("blob-retry", "29956/x.csv", "rows");
        (await host.NotesWhenIdleAsync()).Length.ShouldBe(3);
    }

    [Fact]
    public async Task After_five_failures_the_poison_queue_of_the_blobs_account_names_the_blob()
    {
        await using var host = await StartAsync("blob-poison");
        host.Notes.Failures = int.MaxValue;
        var etag = await PutAsync("blob-poison", "29956/x.csv", "rows");
        (await host.NotesWhenIdleAsync()).Length.ShouldBe(5);

        var poison = new QueueClient(
            storage.Connection,
            "webjobs-blobtrigger-poison",
            new() { MessageEncoding = QueueMessageEncoding.Base64 }
        );
        // Other tests' hosts poison blobs of other containers in the same account.
        var messages = (await poison.PeekMessagesAsync(maxMessages: 32)).Value.Select(message =>
            message.Body.ToObjectFromJson<Dictionary<string, string>>()!
        );
        messages
            .Single(message => message["ContainerName"] == "blob-poison")
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["Type"] = "BlobTrigger",
                    ["FunctionId"] = "Host.Functions.TakeIn",
                    ["BlobType"] = "BlockBlob",
                    ["ContainerName"] = "blob-poison",
                    ["BlobName"] = "29956/x.csv",
                    ["ETag"] = etag,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_restart_delivers_what_arrived_meanwhile_and_nothing_twice()
    {
        await using (var host = await StartAsync("blob-restart"))
        {
            await PutAsync("blob-restart", "29956/before.csv", "rows");
            (await host.NotesWhenIdleAsync()).Length.ShouldBe(1);
        }
        await PutAsync("blob-restart", "29956/meanwhile.csv", "rows");
        await using var again = await StartAsync("blob-restart");
        (await again.NotesWhenIdleAsync()).ShouldBe(["29956 | meanwhile.csv | rows"]);
    }

    [Fact]
    public async Task A_host_that_ends_amid_many_blobs_sends_few_of_them_again()
    {
        await using var network = await FaultyNetwork.BeforeAsync(storage.Connection);
        for (var i = 0; i < 70; i++)
            await PutAsync("blob-many", $"29956/{i:00}.csv", "rows");
        var sent = 0;
        network.Answers = async context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method) || sent++ < 60)
                return false;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.CompleteAsync();
            return true;
        };
        await using (var host = await Running.StartAsync(network.Connection, "blob-many", typeof(BlobFunctions)))
            await Eventually.TrueAsync(() => host.Notes.Count == 60);
        network.LetThrough();

        await using var again = await StartAsync("blob-many");
        (await again.NotesWhenIdleAsync()).Length.ShouldBe(20);
    }

    private Task<Running> StartAsync(string place) =>
        Running.StartAsync(storage.Connection, place, typeof(BlobFunctions));

    private async Task<string> PutAsync(string container, string name, string content)
    {
        var client = new BlobContainerClient(storage.Connection, container);
        await client.CreateIfNotExistsAsync();
        var put = await client.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);
        return put.Value.ETag.ToString("H");
    }
}
