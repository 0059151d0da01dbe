using CCHC.Pipeline.Reports;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Form 06 laid out as the circular prints it.</summary>
public sealed class Form06LayoutTests
{
    private readonly ReadBook book = new(Form06.Write(WholeQuarters.HongNgu()));

    [Fact]
    public void Excels_own_validator_finds_no_error() => book.ShouldBeValid();

    [Fact]
    public void The_corners_and_the_title_are_the_forms()
    {
        var cells = book.Cells("Tổng hợp");
        cells["A1"].ShouldStartWith("Biểu số II.06a/VPCP/KSTT");
        cells["J1"].ShouldBe("Đơn vị báo cáo: Phòng Nội vụ\nĐơn vị nhận báo cáo: UBND huyện Hồng Ngự");
        cells["D1"].ShouldStartWith("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH");
        cells["D2"].ShouldEndWith("(Từ ngày 15 tháng 12 năm 2021 đến ngày 14 tháng 3 năm 2022)");
        cells["J4"].ShouldBe("Đơn vị tính: Số hồ sơ TTHC");
        book.Cells("Xã Long Thuận")["J1"]
            .ShouldBe("Đơn vị báo cáo: UBND xã Long Thuận\nĐơn vị nhận báo cáo: Phòng Nội vụ");
    }

    [Fact]
    public void The_header_has_three_rows_and_the_numbers_of_the_columns_below()
    {
        var cells = book.Cells("Tổng hợp");
        (cells["C6"], cells["G6"], cells["K6"]).ShouldBe(
            ("Số hồ sơ nhận giải quyết", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết")
        );
        (cells["C7"], cells["F7"], cells["D8"], cells["E8"]).ShouldBe(
            ("Tổng số", "Từ kỳ trước", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính")
        );
        (cells["H7"], cells["I7"], cells["J7"], cells["L7"], cells["M7"]).ShouldBe(
            ("Trước hạn", "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn")
        );
        "ABCDEFGHIJKLM".Select((column, index) => cells[$"{column}9"] == $"({index + 1})").ShouldAllBe(same => same);
        foreach (var range in new[] { "A6:A8", "B6:B8", "C6:F6", "G6:J6", "K6:M6", "C7:C8", "D7:E7", "F7:F8" })
            book.Merged("Tổng hợp").ShouldContain(range);
    }

    [Fact]
    public void It_prints_on_A4_on_its_side_one_page_wide_with_its_header_repeated()
    {
        var sheet = book.Sheet("Tổng hợp");
        var setup = sheet.Elements().Single(element => element.Name.LocalName == "pageSetup");
        (setup.Attribute("paperSize")!.Value, setup.Attribute("orientation")!.Value).ShouldBe(("9", "landscape"));
        setup.Attribute("fitToHeight")!.Value.ShouldBe("0");
        book.Defined.ShouldContain("'Tổng hợp'!$6:$9");
    }

    [Fact]
    public void Sheets_have_names_that_a_spreadsheet_takes()
    {
        var results = new SomeQuarter()
            .With("Xã Thường Thới Hậu A sau khi sắp xếp lại", Online(1, 2))
            .With("Xã Thường Thới Hậu A sau khi sắp xếp xong", Online(1, 2))
            .With("XÃ THƯỜNG THỚI HẬU A SAU KHI SẮP XẾP", Online(1, 2))
            .With("Xã [A]: B/C?*", Online(1, 2))
            .With("Tổng hợp", Online(1, 2))
            .Results();
        var names = new ReadBook(Form06.Write(results)).Names;
        names.Count.ShouldBe(7);
        names.ShouldAllBe(name => name.Length <= 31 && !name.Any(c => "[]:*?/\\".Contains(c)));
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(7);
        names.ShouldContain("Xã  A   B C");
    }

    [Fact]
    public void A_provinces_book_is_valid_and_the_same_each_time()
    {
        var bytes = Form06.Write(WholeQuarters.Province());
        new ReadBook(bytes).ShouldBeValid();
        Form06.Write(WholeQuarters.Province()).ShouldBe(bytes);
    }
}
