using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Intake.Words;
using CCHC.Pipeline.Units;

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

    public static RowFault NoDueColumn { get; } =
        Of(FaultCodes.NoDueColumn, "Tệp không có cột ngày hẹn trả nên không biết hồ sơ đúng hạn hay quá hạn.");

    public static RowFault NoReturnedColumn(int returned) =>
        Of(
            FaultCodes.NoReturnedColumn,
            $"Tệp không có cột ngày trả kết quả: {returned} hồ sơ \"Đã trả kết quả\" không được tính vào số đã trả và tỷ lệ trả qua bưu chính, vì không biết trả ngày nào."
        );

    /// <summary>Quarantined: the figures would say that nothing was returned.</summary>
    public static RowFault ReturnedColumnMissing(int returned) =>
        Of(
            FaultCodes.NoReturnedColumn,
            $"{returned} hồ sơ ở trạng thái đã trả kết quả nhưng tệp không có cột ngày trả kết quả, nên số đã trả và tỷ lệ trả qua bưu chính sẽ sai. Hãy xuất lại kèm cột đó. Nếu phần mềm một cửa không có ngày trả, hãy báo cơ quan quản lý ghi một lần vào mẫu nguồn dữ liệu: \"absent\": [\"{nameof(Column.Returned)}\"] rồi đọc lại tệp."
        );

    public static RowFault UnknownWords(Header header, Column column, string words, string line) =>
        new(
            0,
            header.TextOf(column),
            FaultCodes.UnknownWords,
            $"Từ chưa hiểu ở cột \"{header.TextOf(column)}\": {words}. Cơ quan quản lý thêm vào mẫu nguồn dữ liệu, thay ? bằng nghĩa đúng: {line}"
        );

    public static RowFault DayPassedOver(DateOnly passed, DateOnly earliest) =>
        Of(
            FaultCodes.DayPassedOver,
            $"Ngày {Told.Day(passed)} ở tên tệp hoặc tiêu đề trước mọi việc ghi trong tệp (sớm nhất {Told.Day(earliest)}) nên không phải ngày của số liệu."
        );

    public static RowFault DatesAfterAsOf(int late, int rows, DateOnly asOf) =>
        Of(
            FaultCodes.DatesAfterAsOf,
            $"{late} trong {rows} dòng ghi việc xảy ra sau ngày của số liệu ({Told.Day(asOf)}): ngày ở tên tệp hoặc tiêu đề không đúng, hoặc các ngày trong tệp bị sai. Hãy kiểm tra rồi gửi lại."
        );

    public static RowFault DatesExchanged(int cells, int of) =>
        Of(
            FaultCodes.DatesExchanged,
            $"Excel kiểu Mỹ đã đổi chỗ ngày và tháng (thấy ở {cells} trong {of} ngày so được). Hãy xuất lại và gửi ngay tệp vừa xuất, không mở bằng Excel; hoặc đặt định dạng ngày của Windows là ngày/tháng/năm trước khi mở."
        );

    public static RowFault DatesOf1904(int rows, int of) =>
        Of(
            FaultCodes.DatesOf1904,
            $"Các ngày lệch đúng 1.462 ngày (4 năm và 1 ngày) so với ngày trong mã hồ sơ ở {rows} trong {of} dòng: trang tính đã được chép giữa hai hệ ngày 1900 và 1904 của Excel. Hãy xuất lại từ phần mềm một cửa."
        );

    public static RowFault DatesContradictCodes(int rows, int of) =>
        Of(
            FaultCodes.DatesContradictCodes,
            $"Ngày tiếp nhận khác ngày ghi trong mã hồ sơ ở {rows} trong {of} dòng: có thể cột ngày tiếp nhận ghi ngày khác, hoặc ngày đã bị đổi. Hãy kiểm tra rồi xuất lại."
        );

    public static RowFault DateColumnUnknown(Header header, int place, Lexicon lexicon, IEnumerable<string> missing) =>
        new(
            header.Line,
            HeaderText.MayBeTold(header.TextAt(place), lexicon) ? header.TextAt(place) : "",
            FaultCodes.DateColumnUnknown,
            $"{ColumnAt(header, place, lexicon)} ghi ngày mà hệ thống chưa hiểu, trong khi không có cột {string.Join(", ", missing.Select(name => $"\"{name}\""))}. Hãy đặt tiêu đề quen dùng; hoặc cơ quan quản lý thêm tiêu đề này vào mẫu nguồn dữ liệu, ở cột Due (hẹn trả), Finished (có kết quả), Returned (trả kết quả), hay Dropped (bỏ qua), rồi đọc lại tệp."
        );

    public static RowFault TooManyProcedures(Header header, int procedures, int most) =>
        new(
            header.Line,
            header.TextOf(Column.Procedure),
            FaultCodes.TooManyProcedures,
            $"Cột này ghi {procedures} mã thủ tục hành chính khác nhau, quá {most} mã: có thể cột ghi thứ khác. Hãy kiểm tra lại; nếu đúng, cơ quan quản lý nâng giới hạn Intake__MostProcedures rồi đọc lại tệp."
        );

    public static RowFault SecondHeader(int line) =>
        new(
            line,
            "",
            FaultCodes.SeveralTables,
            $"Ở dòng {line} có một dòng tiêu đề nữa với các cột khác hoặc theo thứ tự khác. Hãy gửi mỗi bảng một tệp."
        );

    public static RowFault OtherUnitsList(string place, Unit other, Unit own) =>
        Of(
            FaultCodes.OtherUnitsList,
            $"Danh sách này của {other.Name} (theo {place} trong tệp), nhưng tệp nằm ở thư mục của {own.Name}. Hãy gửi vào đúng thư mục của đơn vị."
        );

    public static RowFault SeveralUnits(int leftOut, int units) =>
        Of(
            FaultCodes.SeveralUnits,
            $"Danh sách của {units} đơn vị: chỉ tính các dòng của đơn vị gửi tệp, bỏ qua {leftOut} dòng của đơn vị khác."
        );

    public static RowFault NoOwnRow(Unit own, int units) =>
        Of(
            FaultCodes.SeveralUnits,
            $"Danh sách của {units} đơn vị khác, không có dòng nào của {own.Name}. Hãy gửi danh sách của chính đơn vị."
        );

    private static string ColumnAt(Header header, int place, Lexicon lexicon) =>
        header.TextAt(place) is not { Length: > 0 } text ? $"Cột thứ {place + 1} (tiêu đề trống)"
        : HeaderText.MayBeTold(text, lexicon) ? $"Cột \"{text}\""
        : $"Cột thứ {place + 1} (tiêu đề lạ)";

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
        Of(
            FaultCodes.TooManyRefused,
            $"{refused} trong {rows} dòng có lỗi, quá 20 %: cả {rows} dòng của tệp không được nhận."
        );

    /// <summary>Quarantined: names what is missing and what was read instead.</summary>
    public static RowFault ColumnMissing(HeaderSearch nearest, Lexicon lexicon)
    {
        if (nearest.CrammedBy is { } separator)
            return Of(
                FaultCodes.ColumnMissing,
                $"Mọi cột nằm chung trong một ô (cột A), cách nhau bằng {Told.Separator(separator)}. Hãy tách cột trong Excel (Dữ liệu > Chuyển văn bản thành cột), hoặc gửi thẳng tệp CSV của phần mềm, không mở bằng Excel."
            );
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
