using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Telemetry;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>Whatever stands where a traceparent may stand: the work is done, and nobody gets into another's trace.</summary>
public sealed class StrangersTraceTests(Workshop workshop) : IClassFixture<Workshop>, IDisposable
{
    private const string Foreign = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private readonly HeardSpans heard = new();

    [Theory]
    [InlineData("2023-09-11", null)]
    [InlineData("2023-09-12", "khong-phai-traceparent")]
    [InlineData("2023-09-13", "00-00000000000000000000000000000000-0000000000000000-01")]
    public async Task A_traceparent_that_is_none_is_ignored(string day, string? traceParent)
    {
        var span = await TakeInAsync(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            traceParent
        );

        span.ParentSpanId.ShouldBe(default);
        span.Links.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_another_trace_is_linked_to_and_not_entered()
    {
        var span = await TakeInAsync(new(2023, 9, 8), Foreign);

        span.ParentSpanId.ShouldBe(default);
        span.TraceId.ToHexString().ShouldNotBe(Foreign.Split('-')[1]);
        span.Links.Select(link => link.Context.TraceId.ToHexString()).ShouldBe([Foreign.Split('-')[1]]);
    }

    [Fact]
    public async Task A_second_take_in_of_an_upload_falls_into_the_same_trace()
    {
        var day = new DateOnly(2023, 9, 7);
        var first = await TakeInAsync(day, traceParent: null);
        var unit = (string)first.GetTagItem(SpanTags.Unit)!;
        await workshop.DeleteAsync(StoredNames.Receipts, Paths.Receipt(unit, Desk.File(day)));

        await workshop.TakeInAsync(unit, 1);

        heard.In(first.TraceId.ToHexString()).Count(span => span.OperationName == Spans.TakeInExport).ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"traceParent\":null")]
    [InlineData(",\"traceParent\":\"x\"")]
    [InlineData($",\"traceParent\":\"{Foreign}\"")]
    public async Task A_letter_is_the_same_whatever_its_message_says_of_traces(string more)
    {
        Period.TryParse("2023-Q2", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var unit = (await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default)).Units[0].Unit.Id;
        await WriteAsync("");
        var letter = await workshop.TextAsync(StoredNames.Notices, Paths.NoticeHtml("2023-Q2", unit));

        await WriteAsync(more);

        (await workshop.TextAsync(StoredNames.Notices, Paths.NoticeHtml("2023-Q2", unit))).ShouldBe(letter);
        heard
            .About($"2023-Q2/{unit}")
            .Where(span => span.OperationName is Spans.WriteNotice or Spans.ReviewUnit)
            .Select(span => span.TraceId)
            .Distinct()
            .ShouldHaveSingleItem();

        Task WriteAsync(string said) =>
            workshop
                .Get<WriteDocuments>()
                .WriteAsync(NoticeMessage.FromJson($$"""{"period":"2023-Q2","unit":"{{unit}}"{{said}}}"""), default);
    }

    [Fact]
    public async Task A_take_in_that_fails_says_so_by_the_exceptions_type_alone()
    {
        var unit = await workshop.NewUnitAsync();
        var day = new DateOnly(2023, 8, 31);
        await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));

        // The export and the registers are read, the journal is not.
        for (var survives = 1; survives < 30 && Failed(unit).Count == 0; survives++)
            await workshop.DieAsync(unit, Desk.File(day), survives);

        var failed = Failed(unit);
        failed.Select(span => span.OperationName).ShouldBe([Spans.AddToJournal, Spans.TakeInExport], ignoreOrder: true);
        failed.ShouldAllBe(span => span.StatusDescription == null && !span.Events.Any());
        failed.ShouldAllBe(span => ((string)span.GetTagItem(SpanTags.Error)!).Contains("Exception"));
    }

    public void Dispose() => heard.Dispose();

    private IReadOnlyList<Activity> Failed(string unit) =>
        [.. heard.About($"2023-Q3/{unit}").Where(span => span.Status is ActivityStatusCode.Error)];

    /// <summary>Puts an upload as a stranger would, with whatever metadata, and takes it in.</summary>
    private async Task<Activity> TakeInAsync(DateOnly day, string? traceParent)
    {
        var unit = await workshop.NewUnitAsync();
        var options = new BlobUploadOptions();
        if (traceParent is not null)
            options.Metadata = new Dictionary<string, string> { ["traceparent"] = traceParent };
        var path = Paths.Export(unit, Desk.File(day));
        await workshop
            .Get<Store>()
            .Container(StoredNames.Exports)
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromBytes(Desk.Csv(Desk.Line(day, 1, "Trực tuyến"))), options);

        var receipt = await workshop.Get<TakeInExports>().TakeInAsync(path, default);

        receipt!.Outcome.ShouldBe(Outcome.Accepted);
        return heard
            .About($"2023-Q3/{unit}")
            .Where(span => span.OperationName == Spans.TakeInExport)
            .ShouldHaveSingleItem();
    }
}
