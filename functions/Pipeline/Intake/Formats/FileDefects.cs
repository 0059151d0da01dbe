namespace CCHC.Pipeline.Intake.Formats;

/// <summary>The defects of whole files, in the sender's words.</summary>
internal static class FileDefects
{
    private const int Megabyte = 1024 * 1024;

    public static FileDefect Empty { get; } =
        FileDefect.Refused(FaultCodes.EmptyFile, "Tệp rỗng, không có dữ liệu nào.");

    public static FileDefect Encrypted { get; } =
        FileDefect.Refused(
            FaultCodes.Encrypted,
            "Tệp bị khóa bằng mật khẩu. Nếu không ai đặt mật khẩu: Excel tự mã hóa khi bảo vệ sổ làm việc. Hãy mở bằng Excel, bỏ Bảo vệ sổ làm việc (thẻ Xem lại) và mật khẩu mở tệp, lưu lại thành .xlsx rồi gửi lại."
        );

    public static FileDefect Corrupt { get; } =
        FileDefect.Refused(FaultCodes.Corrupt, "Tệp bị hỏng, không mở được. Hãy xuất lại từ phần mềm rồi gửi lại.");

    public static FileDefect NotATable { get; } =
        FileDefect.Refused(FaultCodes.NotATable, "Tệp không phải là bảng dữ liệu. Hãy gửi tệp CSV hoặc XLSX.");

    public static FileDefect UnsafeXml { get; } =
        FileDefect.Refused(
            FaultCodes.UnsafeXml,
            "Tệp chứa khai báo XML không an toàn (DTD hoặc thực thể) nên không được mở."
        );

    public static FileDefect OldestWorkbook { get; } =
        FileDefect.Quarantined(
            FaultCodes.FormatNotSupported,
            "Hệ thống không đọc được tệp Excel đời trước Excel 5.0 (1993). Hãy lưu lại thành .xlsx hoặc CSV rồi gửi lại."
        );

    public static FileDefect OtherWorkbook { get; } =
        FileDefect.Quarantined(
            FaultCodes.FormatNotSupported,
            "Hệ thống chưa đọc được loại bảng tính này (.xlsb, .ods). Hãy lưu lại thành .xlsx hoặc CSV rồi gửi lại."
        );

    public static FileDefect FlatOpenDocument { get; } = NotRead("bảng tính OpenDocument dạng XML (.fods)");

    public static FileDefect Gnumeric { get; } = NotRead("bảng tính Gnumeric (.gnumeric) và tệp nén .gz");

    public static FileDefect DBase { get; } = NotRead("tệp cơ sở dữ liệu DBF (dBase, FoxPro)");

    public static FileDefect Utf32 { get; } =
        FileDefect.Quarantined(
            FaultCodes.UnknownEncoding,
            "Tệp ghi bằng bảng mã UTF-32 mà hệ thống không đọc. Hãy lưu lại dạng UTF-8 (Excel: CSV UTF-8) rồi gửi lại."
        );

    private static FileDefect NotRead(string kind) =>
        FileDefect.Quarantined(
            FaultCodes.FormatNotSupported,
            $"Hệ thống chưa đọc được {kind}. Hãy lưu lại thành .xlsx hoặc CSV rồi gửi lại."
        );

    public static FileDefect XmlSpreadsheet { get; } =
        FileDefect.Quarantined(
            FaultCodes.FormatNotSupported,
            "Hệ thống chưa đọc được bảng tính XML của Excel 2003. Hãy lưu lại thành .xlsx hoặc CSV rồi gửi lại."
        );

    public static FileDefect SingleFileWebPage { get; } =
        FileDefect.Quarantined(
            FaultCodes.FormatNotSupported,
            "Hệ thống chưa đọc được trang web lưu thành một tệp (MHTML). Hãy lưu lại thành .xlsx hoặc CSV rồi gửi lại."
        );

    public static FileDefect FramesOnly { get; } =
        FileDefect.Refused(
            FaultCodes.NotATable,
            "Tệp chỉ là khung của trang web do Excel lưu, số liệu nằm ở các tệp khác. "
                + "Hãy mở trong Excel, lưu lại thành .xlsx rồi gửi lại."
        );

    public static FileDefect TooManyTables { get; } =
        FileDefect.Refused(FaultCodes.NotATable, "Tệp HTML có quá nhiều bảng, không phải là một bảng dữ liệu.");

    public static FileDefect TooManyMergedCells { get; } =
        FileDefect.Refused(
            FaultCodes.UnpacksTooLarge,
            "Bảng HTML có các ô gộp quá lớn (rowspan, colspan). Hãy xuất lại từ phần mềm hoặc lưu thành .xlsx rồi gửi lại."
        );

    public static FileDefect UnknownEncoding { get; } =
        FileDefect.Quarantined(
            FaultCodes.UnknownEncoding,
            "Hệ thống chưa nhận ra bảng mã chữ của tệp. Hãy lưu lại dạng Unicode (UTF-8) rồi gửi lại."
        );

    /// <summary>Letters are lost for good; line 0 where even the headers are.</summary>
    public static FileDefect TextDamaged(int line = 0) =>
        FileDefect.Quarantined(
            FaultCodes.TextDamaged,
            $"Chữ trong tệp đã hỏng{(line > 0 ? $" ở dòng {line}" : "")}: một phần mềm đã đọc nhầm bảng mã rồi lưu lại, "
                + "có chữ mất hẳn nên không khôi phục được. Hãy xuất lại và gửi ngay tệp vừa xuất, không mở ra lưu lại."
        ) with
        {
            Line = line,
        };

    public static FileDefect EncodingUnclear(int line, string column, string one, string other) =>
        FileDefect.Quarantined(
            FaultCodes.EncodingUnclear,
            $"Không rõ bảng mã chữ của tệp: dòng {line}, cột \"{column}\" đọc theo {one} hay {other} đều được mà ra "
                + "chữ khác nhau. Hãy lưu lại dạng Unicode (UTF-8) rồi gửi lại."
        ) with
        {
            Line = line,
        };

    public static FileDefect TableWithoutHeader { get; } =
        FileDefect.Refused(
            FaultCodes.SeveralTables,
            "Tệp có thêm trang hoặc bảng chứa hồ sơ mà không có dòng tiêu đề. Hãy thêm tiêu đề, hoặc gửi mỗi bảng một tệp."
        );

    public static FileDefect TablesDiffer(int tables) =>
        FileDefect.Refused(
            FaultCodes.SeveralTables,
            $"Tệp có {tables} trang hoặc bảng chứa hồ sơ với các cột khác nhau. Hãy gửi mỗi bảng một tệp."
        );

    public static FileDefect TooLarge(IntakeLimits limits) =>
        FileDefect.Refused(
            FaultCodes.TooLarge,
            $"Tệp lớn hơn {limits.Bytes / Megabyte} MB. Hãy chia thành nhiều tệp nhỏ hơn."
        );

    public static FileDefect UnpacksTooLarge(IntakeLimits limits) =>
        FileDefect.Refused(
            FaultCodes.UnpacksTooLarge,
            $"Tệp khi giải nén lớn quá giới hạn ({limits.UnpackedBytes / Megabyte} MB) hoặc nén bất thường."
        );

    public static FileDefect NulCharacter(int line) =>
        FileDefect.Refused(
            FaultCodes.NulCharacter,
            $"Dòng {line} có ký tự NUL: tệp bị hỏng hoặc không phải là văn bản.",
            line
        );

    public static FileDefect RowTooWide(int line) =>
        FileDefect.Refused(
            FaultCodes.UnpacksTooLarge,
            $"Dòng {line} của bảng có nhiều ô hơn một trang tính có cột, không phải là bảng dữ liệu.",
            line
        );

    public static FileDefect CutOff(int line) =>
        FileDefect.Refused(
            FaultCodes.Corrupt,
            $"Tệp bị cắt ngang ở dòng {line} của bảng, phần sau bị mất. Hãy xuất lại từ phần mềm rồi gửi lại.",
            line
        );
}
