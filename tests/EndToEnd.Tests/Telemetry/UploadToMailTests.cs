using System.Diagnostics;
using CCHC.Pipeline.Telemetry;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>From an upload to the mail about the letter that rests on it, weeks later, through the host's own triggers.</summary>
public sealed class UploadToMailTests(TracedQuarter quarter) : IClassFixture<TracedQuarter>
{
    [Fact]
    public void A_take_in_goes_on_where_its_upload_was_put_and_its_steps_below_it()
    {
        IsFirst(Span(Spans.PutExport));
        IsBelow(Span(Spans.TakeInExport), Span(Spans.PutExport));
        foreach (
            var step in (string[])
                [Spans.ReadExport, Spans.AddToJournal, Spans.JoinLedger, Spans.NoteExports, Spans.WriteReceipt]
        )
            IsBelow(Span(step), Span(Spans.TakeInExport));
        IsBelow(Span(Spans.PublishFigures), Span(Spans.JoinLedger));
        Span(Spans.TakeInExport).GetTagItem(SpanTags.Outcome).ShouldBe("accepted");
        Span(Spans.TakeInExport).GetTagItem(SpanTags.Rows).ShouldBe(10);
    }

    [Fact]
    public void From_review_to_mail_each_is_below_what_asked_for_it()
    {
        IsFirst(Span(Spans.ReviewUnit));
        IsBelow(Span(Spans.ExamineUnit), Span(Spans.ReviewUnit));
        IsBelow(Span(Spans.FreezeUnit), Span(Spans.ReviewUnit));
        IsBelow(Span(Spans.QueueNotice), Span(Spans.ReviewUnit));
        IsBelow(Span(Spans.WriteNotice), Span(Spans.QueueNotice));
        foreach (var step in (string[])[Spans.ComposeLetter, Spans.WriteDocx, Spans.WriteHtml, Spans.PostMail])
            IsBelow(Span(step), Span(Spans.WriteNotice));
        IsBelow(Span(Spans.SendMail), Span(Spans.PostMail));
        Span(Spans.SendMail).GetTagItem(SpanTags.Outcome).ShouldBe("held", "no mail server is configured");
    }

    [Fact]
    public void The_review_links_to_the_upload_that_it_rests_on() =>
        Span(Spans.ExamineUnit).Links.Select(link => link.Context.TraceId).ShouldBe([Span(Spans.TakeInExport).TraceId]);

    [Fact]
    public void Every_span_of_both_traces_carries_unit_and_correlation()
    {
        var traces = (string[])
            [Span(Spans.PutExport).TraceId.ToHexString(), Span(Spans.ReviewUnit).TraceId.ToHexString()];
        var all = traces.SelectMany(quarter.Heard.In).ToList();
        all.Count.ShouldBeGreaterThan(15);
        all.ShouldAllBe(span => TracedQuarter.Correlation.Equals(span.GetTagItem(SpanTags.Correlation)));
        all.ShouldAllBe(span => TracedQuarter.Unit.Equals(span.GetTagItem(SpanTags.Unit)));
    }

    [Theory]
    [InlineData(Spans.TakeInExport, "TakeInExport")]
    [InlineData(Spans.WriteNotice, "WriteNotice")]
    [InlineData(Spans.SendMail, "SendMail")]
    public void The_hosts_invocation_and_our_span_point_to_each_other(string name, string function)
    {
        var span = Span(name);
        var invocation = quarter
            .Heard.All.Where(other => other.Source.Name == "CCHC.SelfHost")
            .Where(other => span.Links.Any(link => link.Context.SpanId == other.SpanId))
            .ShouldHaveSingleItem();
        invocation.OperationName.ShouldBe(function);
        invocation.Links.Select(link => link.Context.SpanId).ShouldContain(span.SpanId);
        invocation.GetTagItem(SpanTags.Correlation).ShouldBe(TracedQuarter.Correlation);
        invocation.GetTagItem("faas.name").ShouldBe(function);
    }

    private Activity Span(string name) =>
        quarter
            .Spans.Where(span => span.OperationName == name)
            .ShouldHaveSingleItem($"{name} of {TracedQuarter.Correlation}");

    private static void IsFirst(Activity span) => span.ParentSpanId.ShouldBe(default);

    private static void IsBelow(Activity span, Activity above)
    {
        span.TraceId.ShouldBe(above.TraceId);
        span.ParentSpanId.ShouldBe(above.SpanId, $"{span.OperationName} stands elsewhere");
    }
}
