using CCHC.Cli.Printing;
using CCHC.Pipeline.Review;
using Spectre.Console;

namespace CCHC.Cli.Demo;

/// <summary>Where each finding and order of the document of 25 March 2022 can be seen (rows S1 to S13).</summary>
internal sealed class WhereToLook(DemoDocuments documents, IReadOnlyList<ReviewedUnit> reviewed)
{
    private const string NoChecklist = "(chưa có phiếu kiểm tra của kỳ)";
    private const string Others = "bảng cuối Phụ lục I (Các chỉ số khác theo đơn vị) và mục 2 của summary.docx";
    private const string InLetter = "mục 1; mọi đơn vị: summary.docx mục 3";

    public void Print(Screen screen)
    {
        var table = new Table().Texts("Dòng", "Nội dung", "Tệp", "Xem ở");
        foreach (var (row, what, file, section) in Rows())
            table.Row(row, what, file, section);
        screen.Print($"Từng nội dung của văn bản ngày 25/03/2022 nằm ở đâu trong {documents.Folder}:");
        screen.Print(table);
    }

    private IEnumerable<(string Row, string What, string File, string Section)> Rows() =>
        [
            ("S1", "Ban hành kế hoạch CCHC: đúng hạn, chậm, chưa có", Inspected("plan-issued"), InLetter),
            ("S2", "Giải quyết TTHC", Report("form06.xlsx"), $"trang Tổng hợp và trang từng đơn vị; {Others}"),
            ("S3", "Tuyên truyền", Inspected("propaganda"), InLetter),
            (
                "S4",
                "Hướng dẫn DVCTT mức độ 3, 4",
                Inspected("online-guidance"),
                $"{InLetter}; tỷ lệ nộp trực tuyến theo mức độ: {Others}"
            ),
            ("S5", "Máy vi tính, máy in, máy quét", Inspected("computers", "printers", "scanners"), InLetter),
            ("S6", "Mô hình mới, cách làm hay", Inspected("new-models"), InLetter),
            ("S7", "Chưa đạt chỉ tiêu hồ sơ nộp trực tuyến", Below("online"), "mục 1; xếp hạng: summary.docx mục 2"),
            ("S8", "Công khai ngân sách", Inspected("budget-page"), InLetter),
            ("S9", "Yêu cầu khắc phục ngay", Letter(_ => true), "mục 2, có thời hạn báo cáo"),
            (
                "S10",
                "Trả kết quả qua BCCI",
                Letter(_ => true),
                $"bảng số liệu ở mục 1, yêu cầu ở mục 2; tỷ lệ từng đơn vị: {Others}"
            ),
            ("S11", "Cơ quan chuyên môn hướng dẫn, kiểm tra", Report("offices.docx"), "mỗi cơ quan một mục"),
            (
                "S12",
                "Theo dõi, đôn đốc, báo cáo Chủ tịch",
                Report("summary.docx"),
                "toàn văn, mục 4 và 7; sổ theo dõi: cchc followups"
            ),
            ("S13", "Tin bài trên cổng thông tin", Report("news.html"), "toàn văn; bản chữ: news.txt"),
        ];

    private string Report(string file) => documents.Has(file) ? file : "(chưa có)";

    private string Inspected(params string[] criteria) =>
        reviewed.Any(unit => unit.Inspected.Count > 0) ? Below(criteria) : NoChecklist;

    private string Below(params string[] findings) =>
        Letter(unit => findings.Any(finding => unit.TimesBelow(finding) > 0));

    /// <summary>The first letter that shows it.</summary>
    private string Letter(Func<ReviewedUnit, bool> shows) =>
        reviewed
            .Where(unit => unit.NeedsNotice && shows(unit))
            .Select(unit => $"{unit.Unit.Id}.docx")
            .FirstOrDefault(documents.Has)
        ?? "(không đơn vị nào)";
}
