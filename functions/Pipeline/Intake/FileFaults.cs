using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake;

/// <summary>Faults and warnings that concern a whole file, in the sender's words.</summary>
internal static class FileFaults
{
    public static RowFault UnknownUnit { get; } =
        Of(FaultCodes.UnknownUnit, "Mã đơn vị của thư mục gửi tệp không có trong danh sách đơn vị.");

    public static RowFault UnitNotValid(string code, DateOnly asOf) =>
        Of(FaultCodes.UnitNotValid, $"Đơn vị mang mã {code} không tồn tại vào ngày của số liệu ({Told.Day(asOf)}).");

    public static RowFault NameDateInFuture(DateOnly named, DateOnly uploadDay) =>
        Of(
            FaultCodes.NameDateInFuture,
            $"Ngày trong tên tệp ({Told.Day(named)}) sau ngày gửi tệp ({Told.Day(uploadDay)})."
        );

    public static RowFault TitleDateInFuture(DateOnly titled, DateOnly uploadDay) =>
        Of(
            FaultCodes.TitleDateInFuture,
            $"Ngày ở tiêu đề ({Told.Day(titled)}) sau ngày gửi tệp; lấy ngày gửi tệp ({Told.Day(uploadDay)})."
        );

    public static RowFault SeveralTables(int tables) =>
        Of(
            FaultCodes.SeveralTables,
            $"Tệp có {tables} trang hoặc bảng cùng tiêu đề; đã đọc tất cả như một bảng, số dòng là của từng trang hoặc bảng."
        );

    public static RowFault NoChannelColumn { get; } =
        Of(
            FaultCodes.NoChannelColumn,
            "Tệp không có cột hình thức nộp nên không tính được hồ sơ trực tuyến hay trực tiếp."
        );

    public static RowFault SourceUnclear(IEnumerable<Source> rivals) =>
        Of(
            FaultCodes.SourceUnclear,
            $"Tiêu đề khớp với nhiều mẫu nguồn dữ liệu ({string.Join(", ", rivals.Select(source => $"'{source.Name}'"))}) nên tệp được đọc theo mẫu mặc định."
        );

    /// <summary>Quarantined: read with another profile it might be misread.</summary>
    public static RowFault SourceUnreadable(Source source) =>
        Of(
            FaultCodes.SourceUnreadable,
            $"Mẫu nguồn dữ liệu '{source.Name}' dùng cho tệp này đang có lỗi nên tệp chưa được đọc. Đơn vị không phải gửi lại: tệp sẽ được đọc lại khi cơ quan quản lý đã sửa mẫu."
        );

    public static RowFault SecondSynonym(Header header, Column column, string passed) =>
        new(
            header.Line,
            passed,
            FaultCodes.SecondSynonym,
            $"Hai cột cùng nghĩa: đọc cột \"{header.TextOf(column)}\", bỏ qua cột \"{passed}\"."
        );

    public static RowFault FinishedIsReturned(Header header)
    {
        var column = header.TextOf(Column.Finished);
        var done = header.Has(Column.Returned)
            ? $"Mọi ngày ở cột \"{column}\" đều trùng với cột \"{header.TextOf(Column.Returned)}\": có thể cột này ghi ngày trả kết quả. "
                + "Hãy kiểm tra lại và xuất đúng ngày có kết quả."
            : $"Cột \"{column}\" chỉ có ngày ở hồ sơ đã trả kết quả: có thể cột này ghi ngày trả kết quả. "
                + "Nếu đúng vậy, hãy đặt tên cột là \"Ngày trả kết quả\" hoặc khai trong mẫu nguồn dữ liệu.";
        return new(header.Line, column, FaultCodes.FinishedIsReturned, done);
    }

    public static RowFault DuplicateHeader(Header header, Column column) =>
        new(
            header.Line,
            header.TextOf(column),
            FaultCodes.DuplicateHeader,
            $"Tiêu đề \"{header.TextOf(column)}\" xuất hiện hai lần mà dữ liệu khác nhau, không biết lấy cột nào."
        );

    public static RowFault Shifted(Header header, Column column, int by) =>
        new(
            header.Line,
            header.TextOf(column),
            FaultCodes.ShiftedColumns,
            $"Dữ liệu bị lệch một cột sang {(by < 0 ? "trái" : "phải")}, thấy từ cột \"{header.TextOf(column)}\"."
        );

    public static RowFault ShiftedRow(int line, Header header, Column column, Column owner, int by) =>
        new(
            line,
            header.TextOf(column),
            FaultCodes.ShiftedColumns,
            $"Ô này ghi nội dung của cột \"{header.TextOf(owner)}\": các ô của dòng bị lệch một cột sang {(by < 0 ? "trái" : "phải")}."
        );

    public static RowFault TooManyRefused(int refused, int rows) =>
        Of(FaultCodes.TooManyRefused, $"{refused} trong {rows} dòng có lỗi, quá 20 %: cả tệp không được nhận.");

    /// <summary>Quarantined: names what is missing and what was read instead.</summary>
    public static RowFault ColumnMissing(HeaderSearch nearest, Lexicon lexicon)
    {
        if (nearest.Nearest is not { } header)
            return Of(
                FaultCodes.ColumnMissing,
                $"Không nhận ra cột {Quoted(Required(lexicon))}: không thấy dòng tiêu đề nào trong các dòng đầu."
            );
        var missing = Quoted(Missing(header, lexicon));
        var message = $"Không nhận ra cột {missing}. Các tiêu đề đã đọc: {string.Join("; ", nearest.Listed)}.";
        return new RowFault(header.Line, "", FaultCodes.ColumnMissing, message);
    }

    private static List<string> Required(Lexicon lexicon) =>
        [lexicon.NameOf(Column.Code), lexicon.NameOf(Column.Received), lexicon.NameOf(Column.Status)];

    private static List<string> Missing(Header header, Lexicon lexicon)
    {
        var missing = new List<string>();
        if (!header.Has(Column.Code))
            missing.Add(lexicon.NameOf(Column.Code));
        if (!header.Has(Column.Received))
            missing.Add(lexicon.NameOf(Column.Received));
        if (!header.Has(Column.Status) && !header.Has(Column.Finished) && !header.Has(Column.Returned))
            missing.Add(
                $"{lexicon.NameOf(Column.Status)} (hoặc {lexicon.NameOf(Column.Finished)}, {lexicon.NameOf(Column.Returned)})"
            );
        return missing;
    }

    private static string Quoted(List<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static RowFault Of(string code, string message) => new(0, "", code, message);
}
