using CCHC.Cli.Traces;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>Spans as a person reads them at night: the tree, how long, and what failed.</summary>
public class TraceListingTests
{
    private static readonly DateTime Began = new(2022, 3, 17, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_trace_is_an_indented_tree_under_its_correlation()
    {
        var lines = TraceListing.Of(
            [
                Span("b", "2", "1", "ReadExport", 1) with
                {
                    Duration = TimeSpan.FromMilliseconds(3.25),
                },
                Span("b", "3", "1", "WriteReceipt", 2),
                Span("b", "1", "0", "TakeInExport", 0, ("cchc.outcome", "accepted")),
                Span("c", "5", "4", "WriteNotice", 11),
                Span("c", "4", "0", "ReviewUnit", 10) with
                {
                    Links = ["b", "x"],
                },
            ],
            "29956"
        );

        lines.ShouldBe([
            "",
            "2022-Q1/29956",
            "vết b",
            "  TakeInExport                          1.0 ms  outcome=accepted",
            "  ├─ ReadExport                         3.3 ms",
            "  └─ WriteReceipt                       1.0 ms",
            "vết c",
            "  ReviewUnit                            1.0 ms  → 2 liên kết (1 đến vết in ở đây)",
            "  └─ WriteNotice                        1.0 ms",
        ]);
    }

    [Fact]
    public void Of_traces_that_look_alike_the_first_is_shown_and_every_one_that_failed()
    {
        var lines = TraceListing
            .Of(
                [
                    Span("a", "1", "0", "TakeInExport", 0),
                    Span("b", "2", "0", "TakeInExport", 1),
                    Span("c", "3", "0", "TakeInExport", 2, ("error.type", "System.IO.IOException")) with
                    {
                        HasFailed = true,
                    },
                    Span("d", "4", "0", "TakeInExport", 3),
                ],
                "29956"
            )
            .ToList();

        lines.Where(line => line.StartsWith("vết", StringComparison.Ordinal)).ShouldBe(["vết a", "vết c"]);
        lines.ShouldContain("  TakeInExport                          1.0 ms  LỖI error.type=System.IO.IOException");
        lines.Count(line => line == "  … và 1 vết TakeInExport nữa").ShouldBe(2);
    }

    [Fact]
    public void Nothing_heard_is_said() => TraceListing.Of([], "29999").ShouldBe(["Không có vết nào của 29999."]);

    private static KeptSpan Span(
        string trace,
        string id,
        string parent,
        string name,
        int second,
        params (string Key, string Value)[] tags
    ) =>
        new(
            trace,
            id,
            parent,
            name,
            Began.AddSeconds(second),
            TimeSpan.FromMilliseconds(1),
            tags.Append(("cchc.correlation", "2022-Q1/29956")).ToDictionary(tag => tag.Item1, tag => tag.Item2),
            [],
            HasFailed: false
        );
}
