using System.Diagnostics;
using System.Net;
using CCHC.Pipeline.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Tests.Web;

/// <summary>Redirects, forbidden addresses, the pace of a host.</summary>
public class WhereToTests
{
    private static readonly (string, string) OnlyPublic = ("Web:AllowPrivateAddresses", "false");

    [Fact]
    public async Task Redirects_in_a_circle_come_to_an_end()
    {
        await using var server = new RoughServer(_ => RoughReply.Redirect("/again"));

        (await Asking.AskAsync(server.At("/"))).Fault.ShouldBe(WebFault.TooManyRedirects);
        server.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_key_is_not_carried_to_another_origin_and_no_cookie_anywhere()
    {
        await using var other = new RoughServer(_ => RoughReply.Html("ok"));
        await using var server = new RoughServer(r =>
            RoughReply.Redirect(r.Path == "/" ? "/next" : other.At("/there").ToString())
        );
        await using var services = Asking.Services();
        var headers = new Dictionary<string, string> { ["X-Key"] = "secret" };

        var outcome = await services.AskAsync(new WebQuestion(server.At("/"), headers));

        outcome.Answer!.Address.ShouldBe(other.At("/there"));
        server.Asked.Select(request => request.Headers["X-Key"]).ShouldBe(["secret", "secret"]);
        other.Asked.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("X-Key");
        server.Asked.Concat(other.Asked).ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("ftp://example.test/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:word@example.test/")]
    public async Task A_redirect_is_followed_to_web_pages_only(string to)
    {
        await using var server = new RoughServer(_ => RoughReply.Redirect(to));

        (await Asking.AskAsync(server.At("/"))).Fault.ShouldBe(WebFault.Address);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task Our_own_machine_is_not_asked(string host)
    {
        await using var server = new RoughServer(_ => RoughReply.Html("secret"));

        (await Asking.AskAsync(server.At("/", host), OnlyPublic)).Fault.ShouldBe(WebFault.PrivateAddress);
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_public_page_cannot_redirect_to_our_own_machine()
    {
        await using var server = new RoughServer(_ => RoughReply.Html("secret"));
        await using var services = Asking.Services(
            all => all.AddHttpClient(WebClients.Pages).AddHttpMessageHandler(() => new Outside(server.At("/"))),
            OnlyPublic
        );

        var outcome = await services.AskAsync(WebQuestion.For(new Uri("http://outside.test/")));

        outcome.Fault.ShouldBe(WebFault.PrivateAddress);
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_counts_is_the_address_that_is_connected_to_not_the_name()
    {
        await using var server = new RoughServer(_ => RoughReply.Html("secret"));
        var guard = new GuardedConnection(allowPrivate: false)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]),
        };
        using var handler = new SocketsHttpHandler { ConnectCallback = guard.ConnectAsync };
        using var client = new HttpClient(handler);

        var refused = await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetAsync(server.At("/", "rebinding.test"))
        );

        refused.ToString().ShouldContain("no public address");
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_is_asked_at_its_pace_another_one_beside_it()
    {
        await using var server = new RoughServer(_ => RoughReply.Html("ok"));
        await using var services = Asking.Services(null, ("Web:PausePerHost", "00:00:00.5"));
        var watch = Stopwatch.StartNew();
        await services.AskAsync(WebQuestion.For(server.At("/1")));
        await services.AskAsync(WebQuestion.For(server.At("/2")));
        await services.AskAsync(WebQuestion.For(server.At("/3")));

        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.95));
    }

    [Theory]
    [InlineData("Web:UserAgent", "")]
    [InlineData("Web:MostRetries", "99")]
    [InlineData("Web:PageTryTimeout", "00:05:00")]
    public void Settings_are_checked(string key, string value)
    {
        using var services = Asking.Services(null, (key, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    /// <summary>Plays a public server, which no test may ask.</summary>
    private sealed class Outside(Uri target) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri!.Host != "outside.test")
                return base.SendAsync(request, cancellationToken);
            var away = new HttpResponseMessage(HttpStatusCode.Found) { Content = new ByteArrayContent([]) };
            away.Headers.Location = target;
            return Task.FromResult(away);
        }
    }
}
