using System.Collections.Concurrent;
using CCHC.Failure.Tests.Faults;
using CCHC.Failure.Tests.Stores;
using CCHC.Pipeline.Storage;

namespace CCHC.Failure.Tests;

/// <summary>A proxy answers 200 and a page in storage's place (design.md §4, law 9a).</summary>
public class SignInPageTests(FreshStores stores)
{
    [Fact]
    public async Task A_page_is_taken_neither_for_a_blob_nor_for_done()
    {
        var connection = await stores.NewAsync();
        var calm = Processes.Open(connection, Network.Calm).Container(StoredNames.Settings).GetBlobClient("ghi-chu");
        await calm.UploadAsync(BinaryData.FromString("thật"));
        using var pages = new PageAtFirst();
        var behind = Processes.Open(connection, pages).Container(StoredNames.Settings).GetBlobClient("ghi-chu");

        var content = (await behind.DownloadContentAsync()).Value.Content.ToString();
        await behind.SetMetadataAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["published"] = "all" });

        content.ShouldBe("thật");
        (await calm.GetPropertiesAsync()).Value.Metadata.ShouldContainKeyAndValue("published", "all");
    }

    /// <summary>Every request is answered by a page at its first try.</summary>
    private sealed class PageAtFirst : HttpMessageHandler
    {
        private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            known.TryAdd(request.Headers.GetValues("x-ms-client-request-id").Single(), true)
                ? Task.FromResult(Network.SignInPage())
                : Network.SendAsync(request, cancellationToken);
    }
}
