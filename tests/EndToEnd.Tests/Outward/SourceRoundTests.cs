using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Tests.Web;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>Who fails holds up nobody else, and a source that is down is not asked all day long.</summary>
public sealed class SourceRoundTests(OutwardStore store) : IClassFixture<OutwardStore>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly string[] Units = ["29956", "29977", "29962", "29980", "29983", "29971", "29974"];
    private static readonly byte[] Export = Desk.Csv(Desk.Line(Monday, 1, "Trực tuyến"));

    [Fact]
    public async Task Units_that_always_fail_hold_up_no_other_one()
    {
        await using var server = new RoughServer(r =>
            Units[..4].Any(unit => r.Path.Contains(unit, StringComparison.Ordinal))
                ? RoughReply.Of(500)
                : RoughReply.Of(200, Export)
        );

        var results = await PullAsync(server, "vai-don-vi", daysBack: 0);

        results
            .Select(result => (result.Unit, result.Outcome))
            .ShouldBe(
                Units.Select((unit, at) => (unit, at < 4 ? PullOutcome.Failed : PullOutcome.Stored)),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Units_without_any_answer_hold_up_no_other_one()
    {
        await using var server = new RoughServer(r =>
            Units[..4].Any(unit => r.Path.Contains(unit, StringComparison.Ordinal))
                ? RoughReply.Of(200, "…", "Content-Length: 900")
                : RoughReply.Of(200, Export)
        );

        var results = await PullAsync(server, "im-lang", daysBack: 0);

        results.Count(result => result.Outcome is PullOutcome.Stored).ShouldBe(3);
        results.Count(result => result.Outcome is PullOutcome.Failed).ShouldBe(4);
    }

    [Fact]
    public async Task A_source_that_answers_with_failures_is_asked_for_today_of_all_units_first()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(500));

        var results = await PullAsync(server, "hong", daysBack: 20);

        results.Take(Units.Length).Select(result => result.Unit).ShouldBe(Units, ignoreOrder: true);
        results.Take(Units.Length).ShouldAllBe(result => result.Day == Monday);
        results[^1].Outcome.ShouldBe(PullOutcome.PutOff);
        server.Asked.Count.ShouldBe(Units.Length + 30);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_left_alone_after_five_units()
    {
        var server = new RoughServer(_ => RoughReply.Of(500));
        await server.DisposeAsync();

        var results = await PullAsync(server, "mat-mang", daysBack: 20);

        results
            .Select(result => result.Outcome)
            .ShouldBe([.. Enumerable.Repeat(PullOutcome.Failed, 5), PullOutcome.PutOff]);
    }

    private Task<IReadOnlyList<PullResult>> PullAsync(RoughServer server, string id, int daysBack)
    {
        store.SetDay(Monday);
        var units = string.Join("\", \"", Units);
        return store.PullAsync(
            $$"""
            [{"id": "{{id}}", "units": ["{{units}}"], "daysBack": {{daysBack}},
              "address": "http://127.0.0.1:{{server.Port}}/{unit}/{date}"}]
            """
        );
    }
}
