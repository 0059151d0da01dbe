using CCHC.Cli.Printing;
using Spectre.Console;

namespace CCHC.Cli.Demo;

/// <summary>Where each finding and order of the document of 25 March 2022 can be seen (rows S1 to S13).</summary>
internal static class WhereToLook
{
    private const string Letters = "công văn của từng đơn vị";

    private static readonly (string Row, string What, string File, string Section)[] Rows =
    [
        ("S1", "Ban hành kế hoạch CCHC", Letters, "phần khuyết điểm: ban hành kế hoạch"),
        ("S2", "Giải quyết TTHC", "form06.xlsx", "sheet theo đơn vị, theo lĩnh vực"),
        ("S3", "Tuyên truyền", Letters, "phần khuyết điểm: tuyên truyền"),
        ("S4", "Hướng dẫn DVCTT mức độ 3, 4", "summary.docx", "bảng tỷ lệ theo đơn vị"),
        ("S5", "Máy vi tính, máy in, máy quét", Letters, "phần khuyết điểm: trang thiết bị"),
        ("S6", "Mô hình mới, cách làm hay", Letters, "phần khuyết điểm: mô hình mới"),
        ("S7", "Hồ sơ nộp trực tuyến chưa đạt chỉ tiêu", Letters, "phần khuyết điểm: tỷ lệ trực tuyến"),
        ("S8", "Công khai ngân sách", Letters, "phần khuyết điểm: công khai ngân sách"),
        ("S9", "Yêu cầu khắc phục ngay", Letters, "phần yêu cầu và thời hạn"),
        ("S10", "Trả kết quả qua BCCI", Letters, "phần yêu cầu: trả kết quả qua BCCI"),
        ("S11", "Cơ quan chuyên môn hướng dẫn, kiểm tra", "offices.docx", "danh sách theo lĩnh vực phụ trách"),
        ("S12", "Theo dõi, đôn đốc, báo cáo Chủ tịch", "summary.docx", "toàn văn; sổ theo dõi: cchc followups"),
        ("S13", "Tin bài trên cổng thông tin", "news.html", "toàn văn"),
    ];

    public static void Print(DemoDocuments documents, Screen screen)
    {
        var table = new Table().Texts("Dòng", "Nội dung", "Tệp", "Xem ở");
        foreach (var (row, what, file, section) in Rows)
        {
            var isThere = file == Letters ? documents.LetterCount > 0 : documents.Has(file);
            table.Row(row, what, isThere ? file : $"{file} (chưa có)", section);
        }
        screen.Print($"Từng nội dung của văn bản ngày 25/03/2022 nằm ở đâu trong {documents.Folder}:");
        screen.Print(table);
    }
}
