using System.Collections.Frozen;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What should have stood there, and an example; "" where none helps.</summary>
public sealed record FaultAdvice(string Expected, string Example);

/// <summary>What a sender is advised, by fault code: the one place that says so (docs/fault-codes.md says it to staff).</summary>
public static class FaultGuide
{
    private const string Code = "000.19.05.H20-220325-0001";
    private const string OneTable = "một bảng danh sách hồ sơ, xuất thẳng từ hệ thống một cửa";
    private const string Excel = "tệp .xlsx hoặc .csv lưu lại từ Excel hay từ hệ thống một cửa";
    private static readonly FaultAdvice Unknown = new("", "");

    /// <summary>Empty advice for a code that this version doesn't know: an older receipt may hold one.</summary>
    public static FaultAdvice Of(string code) => Advice.GetValueOrDefault(code, Unknown);

    public static IEnumerable<string> Codes => Advice.Keys;

    private static readonly FrozenDictionary<string, FaultAdvice> Advice = new Dictionary<string, FaultAdvice>(
        StringComparer.Ordinal
    )
    {
        [FaultCodes.EmptyFile] = new("tệp có dòng tiêu đề và các dòng hồ sơ", "ngày không có hồ sơ: chỉ dòng tiêu đề"),
        [FaultCodes.TooLarge] = new("tệp không quá 32 MB", "chia thành hai tệp, mỗi tệp nửa tháng"),
        [FaultCodes.ImpossiblePath] = new("tệp nằm thẳng trong thư mục mang mã đơn vị", "29956/ho-so-2022-03-14.csv"),
        [FaultCodes.ProcessingFailed] = new("không phải lỗi của người gửi", "chờ hệ thống tự thử lại"),
        [FaultCodes.UnpacksTooLarge] = new("sổ tính không quá 200 MB khi giải nén", "xóa hình ảnh, trang tính thừa"),
        [FaultCodes.Encrypted] = new("tệp không đặt mật khẩu", "Excel: Tệp > Thông tin > Bỏ mật khẩu"),
        [FaultCodes.Corrupt] = new("tệp mở được bằng Excel", "mở tệp, lưu lại thành .xlsx"),
        [FaultCodes.NotATable] = new(OneTable, Excel),
        [FaultCodes.UnsafeXml] = new("sổ tính không có khai báo DOCTYPE hay thực thể XML", Excel),
        [FaultCodes.FormatNotSupported] = new(Excel, "Excel: Lưu thành > Sổ làm việc Excel (.xlsx)"),
        [FaultCodes.UnknownEncoding] = new("văn bản mã hóa Unicode (UTF-8)", "Excel: Lưu thành > CSV UTF-8"),
        [FaultCodes.EncodingUnclear] = new("văn bản mã hóa Unicode (UTF-8)", "Excel: Lưu thành > CSV UTF-8"),
        [FaultCodes.TextDamaged] = new(
            "chữ tiếng Việt còn đủ dấu",
            "xuất lại từ hệ thống một cửa, không qua chương trình khác"
        ),
        [FaultCodes.NulCharacter] = new("văn bản không có ký tự NUL", "xuất lại tệp từ hệ thống một cửa"),
        [FaultCodes.UnknownUnit] = new("mã đơn vị gồm 5 chữ số có trong danh mục", "29956"),
        [FaultCodes.UnitNotValid] = new("đơn vị còn hiệu lực vào ngày số liệu", "mã của đơn vị sau sắp xếp"),
        [FaultCodes.NameDateInFuture] = new("ngày trong tên tệp không sau ngày gửi", "ho-so-2022-03-14.csv"),
        [FaultCodes.ColumnMissing] = new(
            "có đủ cột mã hồ sơ, ngày tiếp nhận và một trong: trạng thái, ngày có kết quả, ngày trả",
            "Mã hồ sơ | Ngày tiếp nhận | Trạng thái"
        ),
        [FaultCodes.SourceUnreadable] = new(
            "không phải lỗi của người gửi",
            "cơ quan quản lý sửa mẫu nguồn rồi đọc lại tệp"
        ),
        [FaultCodes.SeveralTables] = new("các bảng trong tệp có cùng tiêu đề", "mỗi bảng một tệp"),
        [FaultCodes.DuplicateHeader] = new("mỗi tiêu đề chỉ có một cột", "xóa hoặc đổi tên cột thừa"),
        [FaultCodes.ShiftedColumns] = new("mỗi ô nằm dưới đúng tiêu đề của nó", "thêm ô trống vào chỗ thiếu"),
        [FaultCodes.TooManyRefused] = new("không quá 20 % số dòng có lỗi", "sửa các dòng liệt kê rồi gửi lại cả tệp"),
        [FaultCodes.DatesExchanged] = new(
            "ngày và tháng đúng chỗ, như phần mềm một cửa xuất ra",
            "gửi ngay tệp vừa xuất, không mở bằng Excel"
        ),
        [FaultCodes.DatesOf1904] = new(
            "ngày đúng năm, như phần mềm một cửa xuất ra",
            "xuất lại, không chép trang tính giữa hai sổ"
        ),
        [FaultCodes.DatesContradictCodes] = new(
            "ngày tiếp nhận trùng ngày ghi trong mã hồ sơ",
            "000.19.05.H20-220325-0001: 25/03/2022"
        ),
        [FaultCodes.DatesAfterAsOf] = new("ngày trong tên tệp là ngày của số liệu", "ho-so-2022-03-14.csv"),
        [FaultCodes.DateColumnUnknown] = new(
            "tiêu đề đã biết cho cột ngày",
            "Ngày hẹn trả; Ngày có kết quả; Ngày trả kết quả"
        ),
        [FaultCodes.OtherUnitsList] = new(
            "danh sách của chính đơn vị gửi tệp",
            "gửi tệp vào thư mục của đơn vị ghi trong tệp"
        ),
        [FaultCodes.SeveralUnits] = new("danh sách của chính đơn vị gửi tệp", "lọc theo đơn vị trước khi xuất"),
        [FaultCodes.NoDueColumn] = new("có cột ngày hẹn trả", "Ngày hẹn trả"),
        [FaultCodes.NoReturnedColumn] = new("có cột ngày trả kết quả", "Ngày trả kết quả"),
        [FaultCodes.UnknownWords] = new("từ mà mẫu nguồn dữ liệu đã biết", "Đang xử lý"),
        [FaultCodes.FinishedInferred] = new("hồ sơ đã xong có ngày có kết quả hoặc ngày trả", "25/03/2022"),
        [FaultCodes.DayPassedOver] = new("ngày của số liệu đứng cuối tên tệp", "ho-so-2022-03-14.csv"),
        [FaultCodes.TooManyProcedures] = new("cột mã thủ tục chỉ ghi mã thủ tục hành chính", "1.001193"),
        [FaultCodes.OtherSeparator] = new("mọi dòng dùng cùng một dấu phân cách", "xuất lại cả tệp, không nối hai tệp"),
        [FaultCodes.More] = new("", ""),
        [FaultCodes.CodeMissing] = new("mã hồ sơ", Code),
        [FaultCodes.CodeBad] = new("mã hồ sơ đầy đủ, đúng mẫu", $"{Code} hoặc H44.100-250701-0001"),
        [FaultCodes.ReceivedMissing] = new("ngày tiếp nhận", "25/03/2022"),
        [FaultCodes.DateBad] = new("ngày có thật, dạng ngày/tháng/năm", "25/03/2022 hoặc 25/03/2022 08:30"),
        [FaultCodes.DateTooOld] = new("ngày từ năm 2000 trở đi", "25/03/2022"),
        [FaultCodes.DateAfterUpload] = new("ngày không sau ngày gửi tệp; việc chưa xảy ra thì để trống", "ô trống"),
        [FaultCodes.FinishedBeforeReceived] = new(
            "ngày có kết quả không trước ngày tiếp nhận",
            "25/03/2022 – 28/03/2022"
        ),
        [FaultCodes.ReturnedBeforeReceived] = new("ngày trả không trước ngày tiếp nhận", "25/03/2022 – 28/03/2022"),
        [FaultCodes.StatusUnknown] = new("một trạng thái trong danh mục", "Đang xử lý; Đã xử lý xong; Đã trả kết quả"),
        [FaultCodes.Formula] = new("giá trị gõ sẵn, không phải công thức", "chép, rồi dán dạng giá trị (Paste Values)"),
        [FaultCodes.OtherUnit] = new("hồ sơ của chính đơn vị gửi tệp", "gửi dòng này trong tệp của đơn vị kia"),
        [FaultCodes.TooManyCells] = new("số ô không nhiều hơn số tiêu đề", "đặt ô có dấu phân cách trong dấu \" \""),
        [FaultCodes.NumericCode] = new(
            "chữ, không phải mã số của phần mềm",
            "Trực tiếp; Trực tuyến; Bưu chính công ích"
        ),
        [FaultCodes.UnitTextUnknown] = new("tên đơn vị như trong danh mục", "Xã Thường Phước 1"),
        [FaultCodes.ChannelUnknown] = new("một hình thức trong danh mục", "Trực tiếp; Trực tuyến; Bưu chính công ích"),
        [FaultCodes.LevelUnknown] = new("một mức độ trong danh mục", "Toàn trình; Một phần"),
        [FaultCodes.YesNoUnknown] = new("có hoặc không", "Có; Không; x; ô trống"),
        [FaultCodes.ProcedureBad] = new("mã thủ tục hành chính", "1.001193"),
        [FaultCodes.FieldBad] = new("tên lĩnh vực trong danh mục", "Hộ tịch"),
        [FaultCodes.NoChannelColumn] = new("có cột hình thức nộp", "Hình thức nộp"),
        [FaultCodes.SecondSynonym] = new("mỗi nội dung chỉ có một cột", "bỏ cột không dùng khi xuất"),
        [FaultCodes.DateAfterAsOf] = new("ngày không sau ngày số liệu của tệp", "xem lại ngày trong tên tệp"),
        [FaultCodes.CodeDateDiffers] = new("ngày trong mã hồ sơ trùng ngày tiếp nhận", $"{Code} – 25/03/2022"),
        [FaultCodes.RepeatedDossier] = new("mỗi hồ sơ một dòng", "giữ dòng mới nhất"),
        [FaultCodes.SourceUnclear] = new(
            "một mẫu nguồn rõ ràng cho đơn vị",
            "cơ quan quản lý chọn mẫu nguồn cho đơn vị"
        ),
        [FaultCodes.FinishedIsReturned] = new(
            "ngày có kết quả, không phải ngày trả",
            "Ngày có kết quả | Ngày trả kết quả"
        ),
        [FaultCodes.TitleDateInFuture] = new(
            "ngày ở tiêu đề không sau ngày gửi",
            "(Từ ngày 15/02/2022 đến ngày 14/03/2022)"
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
