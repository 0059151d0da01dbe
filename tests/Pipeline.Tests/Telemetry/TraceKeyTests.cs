using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.Tests.Telemetry;

public class TraceKeyTests
{
    private const string Sha16 = "b928fec8a00c7b95";

    [Fact]
    public void An_uploads_trace_is_known_to_whoever_knows_the_upload()
    {
        // Computed with sha256sum from "upload 29956 637751574000000000 b928fec8a00c7b95", the lowest bit of the first byte set.
        var trace = TraceKey.OfUpload("29956", 637751574000000000, Sha16);

        trace.Id.ShouldBe("d38e4c4931e41a3d5f7539b088e7b2d2");
        trace.ToLink().Context.TraceId.ToHexString().ShouldBe(trace.Id);
        TraceKey.OfUpload("29962", 637751574000000000, Sha16).Id.ShouldNotBe(trace.Id);
        TraceKey.OfUpload("29956", 637751574000000001, Sha16).Id.ShouldNotBe(trace.Id);
    }

    [Fact]
    public void Uploads_and_reviews_are_traced_apart() =>
        TraceKey.Of(new("2022-Q1", "29956")).Id.ShouldNotBe(TraceKey.OfUpload("29956", 637751574000000000, Sha16).Id);

    [Theory]
    [InlineData("2021-12-14", PeriodScheme.Statutory, "2021-Q4/29956")]
    [InlineData("2021-12-15", PeriodScheme.Statutory, "2022-Q1/29956")]
    [InlineData("2021-12-15", PeriodScheme.Calendar, "2021-Q4/29956")]
    public void The_correlation_is_the_quarter_of_the_configured_scheme_and_the_unit(
        string day,
        PeriodScheme scheme,
        string correlation
    ) =>
        Correlation
            .On(DateOnly.Parse(day, CultureInfo.InvariantCulture), "29956", scheme)
            .ToString()
            .ShouldBe(correlation);

    [Theory]
    [InlineData("2022-Q1/29956", true)]
    [InlineData("2022-Q1", false)]
    [InlineData("2022-Q1/29956/x", false)]
    [InlineData("/29956", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_stored_correlation_is_read_back_or_is_none(string? text, bool isOne) =>
        Correlation.Parse(text)?.ToString().ShouldBe(isOne ? text : null);

    [Fact]
    public void A_message_that_nobody_traces_has_the_bytes_it_always_had() =>
        new NoticeMessage("2022-Q1", "29956")
            .ToJson()
            .ShouldBe("""{"period":"2022-Q1","unit":"29956","isForReports":false}""");
}
