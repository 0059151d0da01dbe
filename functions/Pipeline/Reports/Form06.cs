using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Reports;

/// <summary>Form 06 (Biểu số II.06a/VPCP/KSTT, TT 01/2020) as a workbook, each sheet laid out as the circular prints it.</summary>
public static class Form06
{
    private const int Columns = 13;
    private const int Header = 6;

    private static readonly double[] Widths = [6, 34, 11, 11, 13, 11, 11, 11, 11, 11, 11, 11, 11];
    private static readonly Look Corner = new()
    {
        Size = 11,
        Across = Across.Left,
        Wraps = true,
    };
    private static readonly Look Middle = new()
    {
        Size = 11,
        Across = Across.Center,
        Wraps = true,
    };
    private static readonly Look Strong = Middle with { Size = 13, IsBold = true };
    private static readonly Look Slanted = Middle with { Size = 12, IsItalic = true };
    private static readonly Look Unit = new()
    {
        Size = 11,
        IsItalic = true,
        Across = Across.Right,
    };
    private static readonly Look Title = new()
    {
        Size = 11,
        IsBold = true,
        HasBorder = true,
        Across = Across.Center,
        Wraps = true,
    };
    private static readonly Look Mark = new()
    {
        Size = 10,
        IsItalic = true,
        HasBorder = true,
        Across = Across.Center,
    };
    private static readonly Look Text = new()
    {
        Size = 12,
        HasBorder = true,
        Across = Across.Left,
        Wraps = true,
    };
    private static readonly Look Number = new()
    {
        Size = 12,
        HasBorder = true,
        Across = Across.Center,
    };
    private static readonly Look Figure = new()
    {
        Size = 12,
        HasBorder = true,
        Across = Across.Right,
        Format = CellFormat.Whole,
    };
    private static readonly Look Signed = Middle with { IsBold = true };
    private static readonly Look Remark = new()
    {
        Size = 11,
        IsItalic = true,
        Across = Across.Left,
        Down = Down.Top,
        Wraps = true,
    };

    /// <summary>The same results give the same bytes.</summary>
    /// <exception cref="InvalidOperationException">An identity of the form is broken on some row: a bug, not data.</exception>
    public static byte[] Write(QuarterResults results) =>
        Xlsx.Write([.. Form06Page.Of(results).Select(page => SheetOf(page, results))]);

    private static Sheet SheetOf(Form06Page page, QuarterResults results)
    {
        var sheet = new Sheet(page.Sheet)
        {
            Widths = Widths,
            Frozen = (Header + 3, 2),
            Print = new PrintSetup { IsLandscape = true, RepeatedRows = (Header, Header + 3) },
        };
        Head(sheet, page, results);
        ColumnTitles(sheet, page.Column2);
        var row = Header + 4;
        foreach (var (index, line) in page.Rows.Index())
            Line(sheet, row++, SheetCell.Of(index + 1, Number), line, bold: false);
        Line(sheet, row++, SheetCell.Blank(Number), page.Sum, bold: true);
        Notes(sheet, row, page);
        return sheet;
    }

    private static void Head(Sheet sheet, Form06Page page, QuarterResults results)
    {
        sheet.Merge(
            new(1, 1, 2, 3),
            SheetCell.Of(
                $"Biểu số II.06a/VPCP/KSTT\n(Thông tư số 01/2020/TT-VPCP)\nKỳ báo cáo: {KpiWording.UpperFirst(results.PeriodName)}",
                Corner
            )
        );
        sheet.Merge(
            new(1, 4, 1, 9),
            SheetCell.Of("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH\n" + page.Scope, Strong)
        );
        var (from, to) = (Vietnamese.Day(results.Period.From), Vietnamese.Day(results.Period.To));
        sheet.Merge(
            new(2, 4, 2, 9),
            SheetCell.Of($"{KpiWording.UpperFirst(results.PeriodName)}\n(Từ {from} đến {to})", Slanted)
        );
        sheet.Merge(
            new(1, 10, 2, Columns),
            SheetCell.Of($"Đơn vị báo cáo: {page.Reporting}\nĐơn vị nhận báo cáo: {Receiver(page, results)}", Corner)
        );
        sheet.Height(1, 38);
        sheet.Height(2, 38);
        sheet.Merge(new(4, 10, 4, Columns), SheetCell.Of("Đơn vị tính: Số hồ sơ TTHC", Unit));
    }

    // The whole area's pages go up to the authority, a unit's own to the office that collects them.
    private static string Receiver(Form06Page page, QuarterResults results)
    {
        var authority = results.Authority;
        if (page.Reporting != authority.FollowUpOffice)
            return authority.FollowUpOffice;
        var at = authority.HeadShort.IndexOf("UBND ", StringComparison.Ordinal);
        return at < 0 ? authority.HeadShort : authority.Head[at..];
    }

    private static void ColumnTitles(Sheet sheet, string column2)
    {
        Titled(Header, 1, Header + 2, 1, "STT");
        Titled(Header, 2, Header + 2, 2, column2);
        Titled(Header, 3, Header, 6, "Số hồ sơ nhận giải quyết");
        Titled(Header, 7, Header, 10, "Số hồ sơ đã giải quyết");
        Titled(Header, 11, Header, 13, "Số hồ sơ đang giải quyết");
        Titled(Header + 1, 3, Header + 2, 3, "Tổng số");
        Titled(Header + 1, 4, Header + 1, 5, "Trong kỳ");
        Titled(Header + 1, 6, Header + 2, 6, "Từ kỳ trước");
        Put(Header + 2, 4, "Trực tuyến");
        Put(Header + 2, 5, "Trực tiếp, dịch vụ bưu chính");
        Tall(7, "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn");
        Tall(11, "Tổng số", "Trong hạn", "Quá hạn");
        sheet.Height(Header, 20);
        sheet.Height(Header + 1, 20);
        sheet.Height(Header + 2, 48);
        for (var column = 1; column <= Columns; column++)
            sheet.Put(Header + 3, column, SheetCell.Of($"({Vietnamese.Figure(column)})", Mark));

        void Tall(int column, params ReadOnlySpan<string> titles)
        {
            foreach (var title in titles)
                Titled(Header + 1, column, Header + 2, column++, title);
        }

        void Titled(int top, int left, int bottom, int right, string title) =>
            sheet.Merge(new(top, left, bottom, right), SheetCell.Of(title, Title));

        void Put(int row, int column, string title) => sheet.Put(row, column, SheetCell.Of(title, Title));
    }

    private static string Doubts(Form06Row sum) =>
        (
            sum.UnknownDue == 0
                ? ""
                : $" Cột (9) và (12) có {Vietnamese.Number(sum.UnknownDue)} hồ sơ chưa xác định được hạn trả (tệp số liệu không có cột hẹn trả): không khẳng định được là đúng hạn."
        )
        + (
            sum.Inferred == 0
                ? ""
                : $" Cột (7) có {Vietnamese.Number(sum.Inferred)} hồ sơ không có ngày giải quyết xong, tính theo ngày của tệp số liệu."
        );

    private static void Line(Sheet sheet, int row, SheetCell number, Form06Row line, bool bold)
    {
        sheet.Put(row, 1, [number, SheetCell.Of(line.Name, Text with { IsBold = bold })]);
        var look = Figure with { IsBold = bold };
        sheet.Put(row, 3, [.. line.Figures.Select(figure => SheetCell.Of(figure, look))]);
        // A name takes a second line where the column is too narrow for it.
        sheet.Height(row, line.Name.Length > 30 ? 34 : 19);
    }

    private static void Notes(Sheet sheet, int row, Form06Page page)
    {
        sheet.Merge(
            new(row + 1, 1, row + 1, Columns),
            SheetCell.Of(
                $"Ghi chú: {page.DataDay}. Cột (5) gồm hồ sơ nộp trực tiếp, qua dịch vụ bưu chính và "
                    + $"{Vietnamese.Number(page.Sum.UnknownChannel)} hồ sơ chưa xác định được hình thức nộp (chỉ số chất lượng dữ liệu). "
                    + "Cột (9) gồm cả hồ sơ do tổ chức, cá nhân đề nghị rút và hồ sơ không có hạn trả kết quả."
                    + Doubts(page.Sum),
                Remark
            )
        );
        sheet.Height(row + 1, 34);
        sheet.Merge(new(row + 3, 1, row + 3, 4), SheetCell.Of("Người lập biểu\n(Ký, ghi rõ họ tên)", Signed));
        sheet.Merge(
            new(row + 3, 9, row + 3, Columns),
            SheetCell.Of("Thủ trưởng đơn vị\n(Ký, ghi rõ họ tên, đóng dấu)", Signed)
        );
        sheet.Height(row + 3, 38);
    }
}
