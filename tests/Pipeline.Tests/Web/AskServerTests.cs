using System.Diagnostics;
using System.Text;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Tests.Web;

public class AskServerTests
{
    [Fact]
    public async Task An_answer_comes_whole_and_the_server_learns_who_asks()
    {
        await using var server = new RoughServer(_ =>
            RoughReply.Of(200, "chào", "Content-Type: text/html; charset=\"utf-8\"", "ETag: \"1\"", "Set-Cookie: a=b")
        );

        var answer = (await Asking.AskAsync(server.At("/"), ("Web:UserAgent", "CCHC (dien thoai)"))).Answer!;

        (answer.Status, answer.MediaType, answer.Charset, answer.ETag).ShouldBe((200, "text/html", "utf-8", "\"1\""));
        Encoding.UTF8.GetString(answer.Body.Span).ShouldBe("chào");
        server.Asked.ShouldHaveSingleItem().Headers["User-Agent"].ShouldBe("CCHC (dien thoai)");
    }

    [Fact]
    public Task A_server_that_says_nothing_is_given_up_after_three_tries() =>
        FailsAsync(RoughReply.SlowHeaders, WebFault.TimedOut, 3, ("Web:PageTryTimeout", "00:00:00.3"));

    [Fact]
    public Task A_body_that_stalls_is_a_time_out_too() =>
        FailsAsync(RoughReply.SlowBody, WebFault.TimedOut, 3, ("Web:PageTryTimeout", "00:00:00.3"));

    [Fact]
    public Task All_tries_together_have_an_end() =>
        FailsAsync(
            RoughReply.SlowHeaders,
            WebFault.TimedOut,
            1,
            ("Web:PageTryTimeout", "00:00:00.5"),
            ("Web:PageTimeout", "00:00:00.5")
        );

    [Fact]
    public Task A_body_shorter_than_announced_is_no_answer() => FailsAsync(RoughReply.Truncated, WebFault.Broken, 3);

    [Fact]
    public Task A_connection_reset_in_the_midst_is_no_answer() => FailsAsync(RoughReply.Reset, WebFault.Broken, 3);

    [Fact]
    public Task An_endless_body_is_cut_off_once() => FailsAsync(RoughReply.Endless, WebFault.TooLarge, 1);

    [Fact]
    public Task A_small_body_that_unpacks_to_a_large_one_is_cut_off() =>
        FailsAsync(RoughReply.Bomb(), WebFault.TooLarge, 1);

    [Fact]
    public async Task A_connection_that_broke_is_tried_again()
    {
        await using var server = new RoughServer(r => r.Number == 1 ? RoughReply.Reset : RoughReply.Html("ok"));

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(200);
        server.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_error_is_tried_again(int status)
    {
        await using var server = new RoughServer(r =>
            r.Number == 1 ? RoughReply.Of(status, "") : RoughReply.Html("ok")
        );

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_error_that_stays_is_the_answer()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(503, ""));

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(503);
        server.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_missing_page_is_not_asked_for_twice()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(404, ""));

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(404);
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_pause_a_server_asks_for_is_kept()
    {
        await using var server = new RoughServer(r =>
            r.Number == 1 ? RoughReply.Of(429, "", "Retry-After: 1") : RoughReply.Html("ok")
        );
        var watch = Stopwatch.StartNew();

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(200);
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task A_server_that_wants_an_hour_is_left_alone()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(429, "", "Retry-After: 3600"));

        (await Asking.AskAsync(server.At("/"))).Answer!.Status.ShouldBe(429);
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_encryption_on_the_other_side_https_says_so()
    {
        await using var server = new RoughServer(_ => RoughReply.Html("ok"));

        var outcome = await Asking.AskAsync(new Uri($"https://127.0.0.1:{server.Port}/"), ("Web:MostRetries", "0"));

        outcome.Fault.ShouldBe(WebFault.Tls);
    }

    [Fact]
    public async Task Nobody_listening_is_no_answer()
    {
        var server = new RoughServer(_ => RoughReply.Html("ok"));
        var address = server.At("/");
        await server.DisposeAsync();

        (await Asking.AskAsync(address)).Fault.ShouldBe(WebFault.Broken);
    }

    private static async Task FailsAsync(
        RoughReply reply,
        WebFault fault,
        int tries,
        params (string Key, string Value)[] settings
    )
    {
        await using var server = new RoughServer(_ => reply);

        (await Asking.AskAsync(server.At("/"), settings)).Fault.ShouldBe(fault);
        server.Asked.Count.ShouldBe(tries);
    }
}
