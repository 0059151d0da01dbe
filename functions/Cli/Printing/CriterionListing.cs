using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.Explaining;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>The checklist line behind a criterion's verdict.</summary>
internal static class CriterionListing
{
    private static readonly string[] Columns =
    [
        "period",
        "unit",
        "unit_name",
        "criterion",
        "name",
        "verdict",
        "reason",
        "answer",
        "evidence",
        "file",
        "line",
        "uploaded_at",
        "page_status",
        "page_checked_on",
        "reviewed_on",
    ];

    public static Table Table(ExplainedCriterion explained)
    {
        var (finding, line) = (explained.Finding, explained.Finding.Line);
        var table = new Table().Texts("Mục", "Nội dung");
        table.Row("Đơn vị", explained.Unit.Name);
        table.Row("Kỳ", explained.Period.Name);
        table.Row("Tiêu chí", finding.Criterion.Name);
        table.Row("Yêu cầu", Requirement(finding.Criterion));
        table.Row("Căn cứ", finding.Criterion.Source);
        table.Row("Kết luận", ReviewWords.Of(finding));
        table.Row("Phiếu ghi", Answer(line));
        table.Row("Minh chứng", line?.Evidence ?? "");
        table.Row("Tệp phiếu", line is null ? "" : $"{line.File}, dòng {line.Line}");
        table.Row("Gửi lúc", line is null ? "" : Moment(line));
        table.Row(
            "Kiểm tra trang",
            line?.Page is { } page
                ? $"{ReviewWords.Of(page.Status)} ({ReviewWords.Day(page.CheckedOn)}). {page.Evidence}"
                : ""
        );
        table.Row(
            "Chốt",
            explained.ReviewedOn is { } day ? $"ngày {Words.Day(day)}" : "chưa đánh giá; theo phiếu hiện có"
        );
        return table;
    }

    public static Listing Of(ExplainedCriterion explained)
    {
        var (finding, line) = (explained.Finding, explained.Finding.Line);
        return new(
            Columns,
            [
                [
                    explained.Period.Name,
                    explained.Unit.Id,
                    explained.Unit.Name,
                    finding.Criterion.Id,
                    finding.Criterion.Name,
                    finding.Verdict.Id(),
                    ReviewWords.Of(finding),
                    Answer(line),
                    line?.Evidence,
                    line?.File,
                    line?.Line,
                    line is null ? null : Moment(line),
                    line?.Page?.Status.ToString().ToLowerInvariant(),
                    line?.Page?.CheckedOn,
                    explained.ReviewedOn,
                ],
            ]
        );
    }

    private static string Requirement(Criterion criterion) =>
        criterion switch
        {
            { Minimum: { } minimum } => $"ít nhất {minimum} {criterion.Measure}",
            { Deadline: { } deadline } => $"chậm nhất ngày {Words.Day(deadline)}",
            _ => "có thực hiện",
        };

    private static string Answer(ChecklistLine? line) =>
        line?.Answer switch
        {
            null => "",
            { Done: { } done } => done ? "có" : "chưa",
            { Number: { } number } => Pipeline.Notices.Vietnamese.Figure(number),
            { Address.Length: > 0, Day: { } published } a => $"{a.Address}, công khai ngày {Words.Day(published)}",
            { Address.Length: > 0 } a => a.Address,
            { Day: { } day } => $"ngày {Words.Day(day)}",
            _ => "",
        };

    private static string Moment(ChecklistLine line) =>
        DayText.WithTime(new DateTimeOffset(line.UploadedAt, TimeSpan.Zero));
}
