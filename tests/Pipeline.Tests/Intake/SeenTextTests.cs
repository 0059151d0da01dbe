using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>What programs put around and into texts that nobody sees (design.md §8).</summary>
public class SeenTextTests
{
    public static TheoryData<string> Marks { get; } =
        new("{0}\u200B", "\u200E{0}", "\u200F{0}\u200F", "\u202A{0}\u202C", "\u2066{0}\u2069", "\uFEFF{0}", "{0}\u00A0")
        {
            "\u202F{0}",
            "\u00AD{0}",
            "'{0}",
            "\u2060{0}\u2060",
            " \u00A0{0}\u200B ",
            "=\"{0}\"",
            "\"=\"\"{0}\"\"\"",
        };

    [Theory]
    [MemberData(nameof(Marks))]
    public void Every_kept_cell_is_read_as_it_is_seen(string mark)
    {
        string Marked(string text) => mark.Replace("{0}", text, StringComparison.Ordinal);
        var row = AnExport
            .With(
                ("Mã hồ sơ", Marked(AnExport.Dossier)),
                ("Ngày tiếp nhận", Marked("10/03/2022")),
                ("Ngày có kết quả", Marked("11/03/2022 8:30:00 AM")),
                ("Trạng thái", Marked("Đã xử lý xong")),
                ("Hình thức nộp", Marked("Trực tuyến")),
                ("Mã TTHC", Marked("1.001193")),
                ("Lĩnh vực", Marked("Hộ tịch"))
            )
            .OnlyRow();
        row.Code.ShouldBe(AnExport.Dossier);
        row.Finished.ShouldBe(new DateOnly(2022, 3, 11));
        (row.Status, row.Channel).ShouldBe((Status.Releasing, Channel.Online));
        (row.Procedure, row.Field).ShouldBe(("1.001193", "Hộ tịch"));
    }

    [Theory]
    [InlineData("08:15 05/03/2022")]
    [InlineData("8:15 5/3/2022")]
    [InlineData("08:15:30 05/03/2022")]
    [InlineData("08:15:30, 5/3/2022")]
    [InlineData("23:59, 05/03/2022")]
    [InlineData("08:15 SA 05/03/2022")]
    [InlineData("11:15:30 PM 5-3-2022")]
    [InlineData("08:15 2022-03-05")]
    [InlineData("05/03/2022, 08:15:30")]
    [InlineData("05/03/2022\u202F8:30:00\u202FAM")]
    [InlineData("05/03/2022\u00A08:30")]
    [InlineData("\"05/03/2022\n08:15:30\"")]
    [InlineData("\"08:15\r\n05/03/2022\"")]
    public void A_time_may_stand_on_either_side(string text) =>
        AnExport.With(("Ngày tiếp nhận", text)).Kept.ShouldHaveSingleItem().Received.ShouldBe(new DateOnly(2022, 3, 5));

    [Theory]
    [InlineData("01/01/0001")]
    [InlineData("01/01/0001 00:00:00")]
    [InlineData("1/1/0001 12:00:00 SA")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01")]
    [InlineData("01/01/1900")]
    [InlineData("1900-01-01 00:00:00")]
    [InlineData("00:00 01/01/1900")]
    public void The_least_day_of_a_calendar_is_no_date(string text)
    {
        AnExport.With(("Ngày có kết quả", text)).OnlyRow().Finished.ShouldBeNull();
        AnExport.With(("Ngày tiếp nhận", text)).Fault(FaultCodes.ReceivedMissing);
    }

    [Theory]
    [InlineData(44624.9999999998, "04/03/2022")] // Excel shows 05/03: computing left it a hair below
    [InlineData(44624.9999, "04/03/2022")]
    [InlineData(44625.0, "04/03/2022")]
    [InlineData(44625.0000001, "04/03/2022")]
    public void A_serial_a_hair_below_midnight_is_the_next_day(double serial, string dayBefore) =>
        DueOf(serial).ShouldBe(DateOnly.ParseExact(dayBefore, "dd/MM/yyyy", null).AddDays(1));

    [Theory]
    [InlineData(44624.99998842593)] // 23:59:59, the last second in which something is due
    [InlineData(44624.9993055556)] // 23:59
    [InlineData(44624.999)]
    [InlineData(44624.5)]
    public void A_time_late_in_the_day_is_that_day(double serial) => DueOf(serial).ShouldBe(new DateOnly(2022, 3, 4));

    [Theory]
    [InlineData("1.00112")]
    [InlineData("1.001120")]
    [InlineData("1,00112")]
    [InlineData("1.0011200000000001")]
    [InlineData("1.00111999999999")]
    public void A_procedure_code_that_became_a_number_is_the_code(string text) =>
        AnExport.With(("Mã TTHC", text)).OnlyRow().Procedure.ShouldBe("1.001120");

    [Theory]
    [InlineData("1.001193.000.00.00.H20")]
    [InlineData("T-DTP-284568-TT")]
    [InlineData("BXD-263443")]
    [InlineData("2.000815")]
    public void Other_procedure_codes_stay_as_they_are(string text) =>
        AnExport.With(("Mã TTHC", text)).OnlyRow().Procedure.ShouldBe(text);

    private static DateOnly? DueOf(double serial) =>
        AnExport
            .Read(
                AWorkbook.Of(
                    ["Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"],
                    [AnExport.Dossier, "10/03/2022", serial, "Đang xử lý"]
                )
            )
            .OnlyRow()
            .Due;
}
