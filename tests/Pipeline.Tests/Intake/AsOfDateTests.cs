using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class AsOfDateTests
{
    private const string Table = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả;Trạng thái\n";
    private const string Row = AnExport.Dossier + ";10/03/2022;20/03/2022;11/03/2022;12/03/2022;\n";

    [Theory]
    [InlineData("ho-so-2022-03-14.csv", "2022-03-14")]
    [InlineData("14-03-2022 xã.csv", "2022-03-14")]
    [InlineData("baocao_14.03.2022.csv", "2022-03-14")]
    [InlineData("baocao_14_03_2022.csv", "2022-03-14")]
    [InlineData("20220314.csv", "2022-03-14")]
    [InlineData("2022_03_14.csv", "2022-03-14")]
    [InlineData("hs14032022v2.csv", "2022-03-14")]
    [InlineData("20122021.csv", "2021-12-20")]
    [InlineData("20012022.csv", "2022-01-20")]
    [InlineData("2022-03-01_2022-03-14.csv", "2022-03-14")]
    [InlineData("2022-03-14 den 2022-02-31.csv", "2022-03-14")]
    [InlineData("20220314_103000.csv", "2022-03-14")]
    [InlineData("29956-BC Q1.2022 (14.03.2022).csv", "2022-03-14")]
    [InlineData("bc01-03-2022den14-03-2022_v1.10.csv", "2022-03-14")]
    [InlineData("2022-03-14T08.30.00.csv", "2022-03-14")]
    [InlineData("14-03-2022 (2).csv", "2022-03-14")]
    [InlineData("20102012.csv", "2012-10-20")]
    [InlineData("ngày14_03_2022 xã20.csv", "2022-03-14")]
    public void The_last_valid_date_of_the_name_is_the_as_of_date(string file, string day) =>
        AnExport
            .Read(
                Table + Row.Replace("10/03/2022", "10/10/2012").Replace("20/03/2022;11/03/2022;12/03/2022", ";;"),
                file
            )
            .AsOf.ShouldBe(Day(day));

    [Theory]
    [InlineData("hoso.csv")]
    [InlineData("20220314103000.csv")]
    [InlineData("1-3-2022.csv")]
    [InlineData("Q1.2022.csv")]
    [InlineData("14.03-2022.csv")]
    [InlineData("14-03-20220.csv")]
    [InlineData("84912345678.csv")]
    [InlineData("H20-220310-0001.csv")]
    public void A_name_without_a_date_leaves_it_to_the_rows(string file) =>
        AnExport.Read(Table + Row, file).AsOf.ShouldBe(new DateOnly(2022, 3, 12));

    [Theory]
    [InlineData("(Từ ngày 15/12/2021 đến ngày 14/03/2022)", "2022-03-14")]
    [InlineData("Từ ngày 15 tháng 12 năm 2021 đến ngày 14 tháng 3 năm 2022", "2022-03-14")]
    [InlineData("TU NGAY 15/12/2021 DEN NGAY 14/3/2022", "2022-03-14")]
    [InlineData("Thường Phước 1, ngày 13 tháng 3 năm 2022\nđến ngày 11/03/2022", "2022-03-11")]
    [InlineData("Thường Phước 1, ngày 13 tháng 3 năm 2022", "2022-03-13")]
    [InlineData("Từ ngày:;15/12/2021;Đến ngày:;14/03/2022", "2022-03-14")]
    [InlineData("Từ ngày;2021-12-15;;đến ngày;2022-03-14", "2022-03-14")]
    [InlineData("(Từ 15/12/2021 đến hết 14/03/2022)", "2022-03-14")]
    [InlineData("Số liệu tính đến ngày : 14.3.2022", "2022-03-14")]
    [InlineData("Ban hành kèm theo Thông tư 01/2018/TT-VPCP ngày 23 tháng 11 năm 2018", "2022-03-12")]
    public void Else_the_titles_say_it(string titles, string day)
    {
        var reading = AnExport.Read($"ỦY BAN NHÂN DÂN\n{titles}\n{Table}{Row}", "hoso.csv");
        reading.AsOf.ShouldBe(Day(day));
    }

    [Fact]
    public void A_workbooks_serial_day_beside_the_words_is_a_day() =>
        AnExport
            .Read(
                AWorkbook.Of(
                    ["Từ ngày", 44545, null, "Đến ngày:", 44634],
                    AWorkbook.Header,
                    [AnExport.Dossier, "10/03/2022", null, "Đang xử lý", null]
                ),
                "hoso.xlsx"
            )
            .AsOf.ShouldBe(new DateOnly(2022, 3, 14));

    [Fact]
    public void Else_the_latest_event_of_the_accepted_rows_never_a_due_date()
    {
        var refused = "000.19.05.H20-220310-0002;10/03/2022;;15/03/2022;;Đang bay\n";
        AnExport.Read(Table + Row + refused, "hoso.csv").AsOf.ShouldBe(new DateOnly(2022, 3, 12));
    }

    [Fact]
    public void Without_rows_the_day_of_the_upload() =>
        AnExport.Read(Table, "hoso.csv").AsOf.ShouldBe(new DateOnly(2022, 3, 16));

    [Fact]
    public void A_name_dated_after_the_upload_is_refused()
    {
        var reading = AnExport.Read(Table + Row, "2022-03-17.csv");
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.AsOf.ShouldBe(new DateOnly(2022, 3, 16));
        reading.Fault(FaultCodes.NameDateInFuture).Message.ShouldContain("17/03/2022");
    }

    [Fact]
    public void A_title_dated_after_the_upload_gives_the_upload_day_and_a_warning()
    {
        var reading = AnExport.Read("Đến ngày 31/03/2022\n" + Table + Row, "hoso.csv");
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.AsOf.ShouldBe(new DateOnly(2022, 3, 16));
        reading.Warning(FaultCodes.TitleDateInFuture);
    }

    [Fact]
    public void The_upload_day_is_Vietnams()
    {
        var afterMidnight = new DateTimeOffset(2022, 3, 15, 17, 0, 0, TimeSpan.Zero);
        var upload = AnExport.Upload(Encoding.UTF8.GetBytes(Table + Row), "2022-03-16.csv", uploadedAt: afterMidnight);
        AnExport.Reader.Read(upload).Outcome.ShouldBe(Outcome.Accepted);
        var before = upload with { UploadedAt = afterMidnight.UtcTicks - 1 };
        AnExport.Reader.Read(before).Outcome.ShouldBe(Outcome.Refused);
    }

    [Theory]
    [InlineData("99999", "2022-03-15.csv", FaultCodes.UnknownUnit)]
    [InlineData("29956", "2025-07-01.csv", FaultCodes.UnitNotValid)]
    public void An_upload_of_no_unit_of_its_day_is_refused(string code, string file, string fault)
    {
        var late = new DateTimeOffset(2025, 7, 2, 0, 0, 0, TimeSpan.Zero);
        var reading = AnExport.Reader.Read(AnExport.Upload(Encoding.UTF8.GetBytes(Table + Row), file, code, late));
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Unit.ShouldBeNull();
        reading.Fault(fault);
    }

    [Theory]
    [InlineData("2025-06-30.csv", "29971")]
    [InlineData("2025-07-01.csv", "29971-20250701")]
    public void A_reused_code_belongs_to_its_holder_of_the_day(string file, string id)
    {
        var late = new DateTimeOffset(2025, 7, 2, 0, 0, 0, TimeSpan.Zero);
        var upload = AnExport.Upload(Encoding.UTF8.GetBytes(Table), file, "29971", late);
        AnExport.Reader.Read(upload).Unit.ShouldNotBeNull().Id.ShouldBe(id);
    }

    [Fact]
    public void A_file_sent_after_its_unit_ended_belongs_to_it_by_its_rows()
    {
        var late = new DateTimeOffset(2025, 7, 2, 0, 0, 0, TimeSpan.Zero);
        var csv =
            $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Đơn vị tiếp nhận\nH20.1-250630-0001;30/06/2025;;Xã Thường Phước 1\n";
        var reading = AnExport.Reader.Read(AnExport.Upload(Encoding.UTF8.GetBytes(csv), "hoso.csv", uploadedAt: late));
        reading.Unit.ShouldNotBeNull().Id.ShouldBe("29956");
        reading.AsOf.ShouldBe(new DateOnly(2025, 6, 30));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
