using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Checklists.Template;

/// <summary>The sheet that tells how the template is filled in and where it goes.</summary>
internal static class TemplateGuide
{
    private static readonly (string Kind, string Result, string Day, string Evidence)[] Kinds =
    [
        (
            "Ngày ban hành (so với thời hạn)",
            "Chọn \"Đã ban hành\" hoặc \"Chưa ban hành\".",
            "Đã ban hành thì ghi ngày của văn bản, dạng 25/03/2022.",
            "Số, ngày của văn bản: Kế hoạch số 05/KH-UBND ngày 20/01/2022."
        ),
        (
            "Số lượng (so với mức tối thiểu)",
            "Ghi một số nguyên, ví dụ 3. Không có thì ghi 0, không để trống.",
            "Không dùng.",
            "Số, ngày của báo cáo hoặc biên bản kiểm tra."
        ),
        (
            "Có hoặc không",
            "Chọn \"Có\" hoặc \"Không\".",
            "Không dùng.",
            "\"Có\" phải kèm minh chứng; thiếu minh chứng thì coi là không đủ dữ liệu."
        ),
        (
            "Địa chỉ trang công khai",
            "Dán địa chỉ đầy đủ, bắt đầu bằng http:// hoặc https://; hoặc chọn \"Chưa công khai\".",
            "Ngày đăng, nếu biết.",
            "Hệ thống tự mở trang để kiểm tra. Có thể ghi số, ngày của quyết định công khai."
        ),
    ];

    private static readonly string[] Rules =
    [
        "Chỉ điền các ô nền vàng: Kết quả, Ngày, Minh chứng. Các ô khác đã khóa để tránh sửa nhầm (không có mật khẩu).",
        "Dòng chưa kiểm tra thì để trống: để trống nghĩa là \"không đủ dữ liệu\", không phải là đạt, cũng không phải là vi phạm.",
        "Cột Minh chứng chỉ nhận số, ngày của văn bản, địa chỉ trang và từ ngữ thông thường; có tên người, địa danh, số điện thoại, thư điện tử thì dòng đó không được nhận.",
        "Không dùng công thức; chép từ nơi khác thì dán dạng giá trị (Paste Values).",
        "Gửi lại phiếu nhiều lần được: với mỗi đơn vị và tiêu chí, lần gửi sau cùng có kết quả được lấy; dòng để trống không xóa kết quả đã có.",
    ];

    private static readonly string[] Sending =
    [
        "Lưu tệp (.xlsx; CSV UTF-8 cũng được), rồi tải lên thư mục checklists của kho dữ liệu, hoặc chạy lệnh: cchc checklist import TÊN_TỆP.",
        "Ít phút sau có phiếu nhận: dòng nào được nhận, dòng nào có lỗi, vì sao và cần ghi thế nào. Sửa ngay trong tệp này rồi gửi lại.",
    ];

    public static Sheet Write(Period quarter)
    {
        var sheet = new Sheet("Hướng dẫn")
        {
            Widths = [32, 42, 34, 46],
            IsProtected = true,
            Print = new() { IsLandscape = true },
        };
        sheet.Merge(new CellRange(1, 1, 1, 4), SheetCell.Of("HƯỚNG DẪN ĐIỀN PHIẾU KIỂM TRA", TemplateLooks.Title));
        sheet.Merge(new CellRange(2, 1, 2, 4), SheetCell.Of(TemplateWords.Of(quarter), TemplateLooks.Subtitle));
        var row = Paragraphs(sheet, 4, "1. Nguyên tắc", Rules);
        sheet.Put(++row, 1, SheetCell.Of("2. Cách điền từng loại tiêu chí", TemplateLooks.Section));
        row = Table(sheet, row + 1);
        Paragraphs(sheet, row + 2, "3. Gửi phiếu", Sending);
        return sheet;
    }

    private static int Paragraphs(Sheet sheet, int row, string title, IEnumerable<string> paragraphs)
    {
        sheet.Put(row, 1, SheetCell.Of(title, TemplateLooks.Section));
        foreach (var paragraph in paragraphs)
        {
            sheet.Merge(new CellRange(++row, 1, row, 4), SheetCell.Of($"- {paragraph}", TemplateLooks.Prose));
            sheet.Height(row, TextHeight.Of([paragraph], [sheet.Widths.Sum()]));
        }
        return row + 1;
    }

    private static int Table(Sheet sheet, int row)
    {
        string[] headings = ["Loại tiêu chí", "Kết quả", "Ngày", "Minh chứng"];
        sheet.Put(row, 1, [.. headings.Select(heading => SheetCell.Of(heading, TemplateLooks.Heading))]);
        foreach (var (kind, result, day, evidence) in Kinds)
        {
            string[] texts = [kind, result, day, evidence];
            sheet.Put(++row, 1, [.. texts.Select(text => SheetCell.Of(text, TemplateLooks.Given(isGrey: false)))]);
            sheet.Height(row, TextHeight.Of(texts, sheet.Widths));
        }
        return row;
    }
}
