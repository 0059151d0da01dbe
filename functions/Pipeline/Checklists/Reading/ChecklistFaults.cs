using CCHC.Pipeline.Intake;
using Codes = CCHC.Pipeline.Checklists.Reading.ChecklistFaultCodes;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>What is wrong with a checklist, in the words of the office that sent it.</summary>
internal static class ChecklistFaults
{
    public static RowFault SeveralTables { get; } =
        Of(
            FaultCodes.SeveralTables,
            "Tệp có nhiều trang hoặc bảng mang tiêu đề của phiếu kiểm tra. Hãy gộp vào một trang, hoặc gửi mỗi phiếu một tệp."
        );

    public static RowFault EncodingUnclear { get; } =
        Of(
            FaultCodes.EncodingUnclear,
            "Không rõ bảng mã chữ của tệp: đọc theo các bảng mã khác nhau ra chữ khác nhau. Hãy lưu lại dạng .xlsx hoặc CSV UTF-8 rồi gửi lại."
        );

    public static RowFault ColumnMissing(ChecklistHeader? nearest) =>
        nearest is null
            ? Of(
                FaultCodes.ColumnMissing,
                $"Không thấy dòng tiêu đề của phiếu kiểm tra ({Titles(ChecklistColumns.Required)}). Hãy dùng phiếu mẫu của kỳ."
            )
            : new(
                nearest.Line,
                "",
                FaultCodes.ColumnMissing,
                $"Không nhận ra cột {Titles(nearest.Missing)}. Các tiêu đề đã đọc: {string.Join("; ", nearest.Texts)}."
            );

    public static RowFault DuplicateHeader(int line, ChecklistColumn column) =>
        new(
            line,
            column.Title(),
            FaultCodes.DuplicateHeader,
            $"Tiêu đề \"{column.Title()}\" xuất hiện hai lần, không biết lấy cột nào. Hãy bỏ cột thừa."
        );

    public static RowFault TooManyRefused(int refused, int lines) =>
        Of(FaultCodes.TooManyRefused, $"{refused} trong {lines} dòng có lỗi, quá 20 %: cả phiếu không được nhận.");

    public static RowFault Repeated(int upper, int lower) =>
        new(
            lower,
            ChecklistColumn.CriterionId.Title(),
            Codes.RepeatedLine,
            $"Đơn vị và tiêu chí này đã có ở dòng {upper}; dòng dưới được lấy."
        );

    public static CellFault Formula(ChecklistColumn column) =>
        new(column, FaultCodes.Formula, "Ô là công thức; cần giá trị gõ sẵn (chép, rồi dán dạng giá trị).");

    public static CellFault EvidencePersonal { get; } =
        new(
            ChecklistColumn.Evidence,
            Codes.EvidencePersonal,
            "Minh chứng có từ ngữ ngoài danh mục được phép. Chỉ ghi số, ngày của văn bản, địa chỉ trang và từ ngữ thông thường; không ghi tên người, địa danh, số điện thoại, thư điện tử. Ví dụ: Kế hoạch số 05/KH-UBND ngày 20/01/2022; Biên bản kiểm tra; nhà văn hóa ấp 1."
        );

    public static CellFault EvidenceLong(int most) =>
        new(
            ChecklistColumn.Evidence,
            Codes.EvidenceLong,
            $"Minh chứng dài quá {most} ký tự; chỉ ghi số, ngày của văn bản hoặc địa chỉ trang."
        );

    public static string Taken(int lines, int refused, int blank, string? period)
    {
        var of = period is null ? "" : $" của kỳ {period}";
        var taken =
            refused == 0
                ? $"Đã nhận đủ {lines} dòng{of}"
                : $"Đã nhận {lines - refused} trong {lines} dòng{of}, {refused} dòng có lỗi cần sửa";
        var left = blank == 0 ? "" : $"; {blank} dòng để trống được coi là không đủ dữ liệu";
        return lines == 0 ? $"Phiếu{of} chưa điền kết quả nào{left}." : $"{taken}{left}.";
    }

    private static string Titles(IEnumerable<ChecklistColumn> columns) =>
        string.Join(", ", columns.Select(column => $"\"{column.Title()}\""));

    private static RowFault Of(string code, string message) => new(0, "", code, message);
}
