using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Reports;

public class WriteReportsTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task Reports_of_a_review_are_written_whole_and_a_second_time_alike()
    {
        var day = new DateOnly(2022, 3, 14);
        await workshop.PutAsync("29956", Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));
        await workshop.TakeInAsync("29956", 1);
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default);

        await workshop.Get<WriteReports>().WriteAsync("2022-Q1", default);
        var once = await ReadAsync();
        // What comes after the review changes the tables, never its reports.
        var late = new DateOnly(2022, 3, 13);
        await workshop.PutAsync("29956", Desk.File(late), Desk.Csv(Desk.Line(late, 2, "Trực tiếp")), Desk.Evening(day));
        await workshop.TakeInAsync("29956", 2);
        await workshop.Get<WriteReports>().WriteAsync("2022-Q1", default);
        foreach (var (path, content) in await ReadAsync())
            content.Span.SequenceEqual(once[path].Span).ShouldBeTrue(path);

        System.Text.Encoding.UTF8.GetString(once[Paths.NewsText("2022-Q1")].Span).ShouldContain("tiếp nhận 01 hồ sơ");
    }

    [Fact]
    public async Task A_period_that_was_not_reviewed_has_no_reports() =>
        await Should.ThrowAsync<InvalidDataException>(() =>
            workshop.Get<WriteReports>().WriteAsync("2021-Q3", default)
        );

    private async Task<Dictionary<string, ReadOnlyMemory<byte>>> ReadAsync()
    {
        var read = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (
            var path in new[]
            {
                Paths.SummaryReport("2022-Q1"),
                Paths.SummaryPage("2022-Q1"),
                Paths.Form06("2022-Q1"),
                Paths.OfficesLetter("2022-Q1"),
                Paths.NewsHtml("2022-Q1"),
                Paths.NewsText("2022-Q1"),
            }
        )
        {
            var blob = workshop.Get<Store>().Container(StoredNames.Reports).GetBlobClient(path);
            read[path] = (await blob.DownloadContentAsync()).Value.Content.ToMemory();
        }
        return read;
    }
}
