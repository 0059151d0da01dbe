using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>From a list that says "Đã trả kết quả" without a day to figures, verdict, letter and report: none says "no case".</summary>
public sealed class UnknownReturnDayTests : IAsyncLifetime
{
    private static readonly DateOnly Last = new(2022, 3, 14);
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Returned_nobody_knows_when_is_missing_data_and_not_no_case()
    {
        await workshop
            .Get<RegisterStore>()
            .ImportTargetsAsync([new("postal-return", 3, 10, new(2022, 1, 1), null, null, "chỉ tiêu giao")], default);
        await SendAsync("29956", "Đã trả kết quả");
        await SendAsync("29962", "Đã xử lý xong");
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow(), ("Review:MostMissingDays", "100"));
        var reviewed = await pipeline
            .GetRequiredService<ReviewQuarter>()
            .ReviewAsync(Quarters.Quarter("2022-Q1"), default);

        Judged("29956").ShouldBe((Verdict.Insufficient, Insufficiency.Undecided));
        Judged("29962").ShouldBe((Verdict.None, Insufficiency.None));
        await workshop.Get<WriteNotice>().WriteAsync(new NoticeMessage("2022-Q1", "29956"), default);
        (await workshop.TextAsync(StoredNames.Notices, "2022-Q1/29956.html")).ShouldContain(
            "03 hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả nhưng chưa xác định được ngày trả kết quả"
        );
        await workshop.Get<WriteReports>().WriteAsync("2022-Q1", default);
        (await workshop.TextAsync(StoredNames.Reports, Paths.SummaryPage("2022-Q1"))).ShouldContain(
            "có 03 hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả nhưng chưa xác định được ngày trả kết quả"
        );
        var kpi = await Cli.Cchc.DoneAsync("kpi", "2022-Q1", "--format", "csv", "--storage", workshop.Connection);
        kpi.Error.ShouldContain("Đã trả kết quả nhưng chưa rõ ngày trả");
        kpi.Error.ShouldContain("Xã Thường Phước 1 3.");
        var review = await Cli.Cchc.RunAsync("review", "2022-Q1", "--storage", workshop.Connection);
        review.Output.ShouldContain("3 hồ sơ chưa xác định được ngày trả kết quả");

        (Verdict, Insufficiency) Judged(string unit)
        {
            var findings = reviewed.Units.Single(one => one.Unit.Id == unit).Findings;
            var finding = findings.Single(one => one.Kpi.Id == "postal-return");
            return (finding.Verdict, finding.Reason);
        }
    }

    private async Task SendAsync(string unit, string status)
    {
        var lines = Enumerable
            .Range(1, 3)
            .Select(number => Desk.Line(Last, number, "Trực tiếp").Replace(";;Đang xử lý", $";14/03/2022;{status}"));
        await workshop.PutAsync(unit, Desk.File(Last), Desk.Csv(lines), Desk.Evening(Last));
        await workshop.TakeInAsync(unit, 1);
    }
}
