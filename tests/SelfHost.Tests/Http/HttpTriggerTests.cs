using System.Net;

namespace CCHC.SelfHost.Tests.Http;

public sealed class HttpTriggerTests(Storage storage)
{
    [Theory]
    [InlineData("/api/receipts/29956/x.csv", "GET 29956 x.csv")]
    [InlineData("/api/receipts/29956/s%E1%BB%95.csv", "GET 29956 sổ.csv")]
    [InlineData("/api/receipts/29956", "GET 29956 all")]
    [InlineData("/api/Health", "green")]
    [InlineData("/api/", "front page")]
    public async Task A_request_finds_its_function(string path, string answer)
    {
        await using var host = await StartAsync();
        using var http = Client(host);
        (await http.GetStringAsync(path)).ShouldBe(answer);
    }

    [Fact]
    public async Task An_action_result_is_sent_as_json()
    {
        await using var host = await StartAsync();
        using var http = Client(host);
        using var response = await http.PutAsync("/api/receipts/29956", new StringContent("rows"));
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"unit":"29956","body":"rows"}""");
    }

    [Theory]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/receipts/29956", HttpStatusCode.NotFound)]
    [InlineData("/api/Broken", HttpStatusCode.InternalServerError)]
    public async Task What_nobody_answers_and_what_fails_is_told_apart(string path, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        using var http = Client(host);
        (await http.GetAsync(path)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task As_on_the_official_host_the_first_name_wins_not_the_more_specific_route()
    {
        await using var host = await StartAsync();
        using var http = Client(host);
        (await http.GetStringAsync("/api/assets/app.js")).ShouldBe("catch all app.js");
    }

    [Fact]
    public async Task Without_a_route_prefix_the_front_page_stands_at_the_root()
    {
        await using var host = await StartAsync(builder =>
            builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = ""
        );
        using var http = Client(host);
        (await http.GetStringAsync("/")).ShouldBe("front page");
        (await http.GetStringAsync("/assets/a/b.js")).ShouldBe("catch all a/b.js");
        (await http.GetAsync("/anything")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Left_off_it_opens_no_port()
    {
        await using var host = await StartAsync(builder => builder.WithoutHttp());
        host.Host.Addresses().ShouldBeEmpty();
    }

    private Task<Running> StartAsync(Action<SelfHostBuilder>? more = null) =>
        Running.StartAsync(storage.Connection, "http", typeof(HttpFunctions), more);

    private static HttpClient Client(Running host) => new() { BaseAddress = new Uri(host.Host.Addresses().Single()) };
}
