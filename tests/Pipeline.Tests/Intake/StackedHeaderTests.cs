using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class StackedHeaderTests
{
    private static readonly DateOnly Received = new(2022, 3, 10);
    private static readonly DateOnly Finished = new(2022, 3, 12);
    private const string Row = "1;000.19.05.H20-220310-0001;10/03/2022;14/03/2022;12/03/2022;Đã xử lý xong;Trực tuyến";

    [Theory]
    [InlineData("STT;Mã hồ sơ;Ngày;;;Trạng thái;Hình thức nộp", ";;tiếp nhận;hẹn trả;có kết quả;;")]
    [InlineData(
        "STT;Mã hồ sơ;Ngày;;;Trạng thái;Hình thức nộp",
        "STT;Mã hồ sơ;tiếp nhận;hẹn trả;có kết quả;Trạng thái;Hình thức nộp"
    )]
    [InlineData(
        "STT;Mã hồ sơ;Ngày;Ngày;Ngày;Trạng thái;Hình thức nộp",
        "STT;Mã hồ sơ;Tiếp nhận;Hẹn trả;Có kết quả;Trạng thái;Hình thức nộp"
    )]
    [InlineData("STT;Hồ sơ;;;Kết quả;;Hình thức", ";Mã;Ngày tiếp nhận;Ngày hẹn trả;Ngày có;Trạng thái;nộp")]
    [InlineData("STT;Mã hồ sơ;Tiếp nhận;Hẹn trả;Có kết quả;Trạng thái;Tiếp nhận", ";;Ngày;Ngày;Ngày;;Hình thức")]
    [InlineData("TT;MÃ HỒ SƠ;NGÀY;;;TRẠNG THÁI;HÌNH THỨC", ";;(tiếp nhận);hẹn trả (*);có kết quả (dd/mm/yyyy);;nộp:")]
    [InlineData(";;Ngày;;;;Hình thức nộp", "STT;Mã hồ sơ;tiếp nhận;hẹn trả;có kết quả;Trạng thái;")]
    public void A_header_over_two_rows_is_read_as_one(string upper, string lower)
    {
        var reading = AnExport.Read($"SỔ THEO DÕI\n{upper}\n{lower}\n(1);(2);(3);(4);(5);(6);(7)\n{Row}\n");
        var row = reading.OnlyRow();
        (row.Received, row.Due, row.Finished).ShouldBe((Received, new DateOnly(2022, 3, 14), Finished));
        (row.Status, row.Channel).ShouldBe((Status.Releasing, Channel.Online));
        reading.Format.ShouldBe("UTF-8, dấu ';', tiêu đề ở dòng 2–3");
        reading.Rows.ShouldBe(1);
    }

    [Theory]
    [InlineData(
        "STT;Mã hồ sơ;Quá trình giải quyết;;;;Hình thức nộp",
        ";;Ngày;;;Trạng thái;",
        ";;tiếp nhận;hẹn trả;có kết quả;;"
    )]
    [InlineData("STT;Hồ sơ;;;;;", ";Mã;Ngày;;;Trạng thái;Hình thức", ";;tiếp nhận;hẹn trả;có kết quả;;nộp")]
    public void A_header_over_three_rows_is_read_as_one(string top, string middle, string low)
    {
        var reading = AnExport.Read($"{top}\n{middle}\n{low}\n{Row}\n{top}\n{middle}\n{low}\n");
        var row = reading.OnlyRow();
        (row.Received, row.Due, row.Finished).ShouldBe((Received, new DateOnly(2022, 3, 14), Finished));
        (row.Status, row.Channel).ShouldBe((Status.Releasing, Channel.Online));
        reading.Format.ShouldBe("UTF-8, dấu ';', tiêu đề ở dòng 1–3");
        reading.Rows.ShouldBe(1);
    }

    [Fact]
    public void A_complete_header_goes_on_in_sub_headings()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Hình thức;\n;;;nộp;trả kết quả\n{AnExport.Dossier};10/03/2022;;Trực tuyến;BCCI\n"
        );
        var row = reading.OnlyRow();
        (row.Channel, row.ReturnChannel).ShouldBe((Channel.Online, Channel.Postal));
        reading.Format.ShouldEndWith("1–2");
    }

    [Fact]
    public void A_name_under_a_heading_means_what_both_say_together()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Tiếp nhận;;;Kết quả;\n;Ngày nhận;Người;Hình thức;Ngày nhận;Hình thức nhận\n{AnExport.Dossier};10/03/2022;A;BCCI;12/03/2022;Trực tiếp\n"
        );
        var row = reading.OnlyRow();
        (row.Received, row.Returned).ShouldBe((Received, Finished));
        (row.Channel, row.ReturnChannel).ShouldBe((Channel.Postal, Channel.InPerson));
        reading.Warnings.ShouldHaveSingleItem().Code.ShouldBe(FaultCodes.NoDueColumn);
    }

    [Fact]
    public void A_heading_lends_its_text_only_to_columns_below_it()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày;;Ghi chú;Trạng thái;Tiếp nhận\n;tiếp nhận;hẹn trả;;;\n{AnExport.Dossier};10/03/2022;14/03/2022;x;Đang xử lý;y\n"
        );
        reading.OnlyRow().Due.ShouldBe(new DateOnly(2022, 3, 14));
        reading.Columns.ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Due | KeptColumns.Status);
    }

    [Theory]
    [InlineData("Hình thức nộp;;")]
    [InlineData("Hình thức nộp;Hình thức nộp;Hình thức nộp")]
    public void Channels_to_be_ticked_are_no_channel_column(string heading)
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;{heading}\n;;;Trực tuyến;Trực tiếp;BCCI\n{AnExport.Dossier};10/03/2022;;x;;\n"
        );
        reading.OnlyRow();
        reading.Columns.HasFlag(KeptColumns.Channel).ShouldBeFalse();
        reading.Warning(FaultCodes.NoChannelColumn);
    }

    [Fact]
    public void A_fault_names_the_column_as_its_sender_sees_it() =>
        AnExport
            .Read($"Mã hồ sơ;Ngày;;Trạng thái\n;tiếp nhận;hẹn trả;\n{AnExport.Dossier};10/03/2022;x;\n")
            .Fault(FaultCodes.DateBad)
            .Column.ShouldBe("Ngày / hẹn trả");

    [Theory]
    [InlineData(";;Đang xử lý;Nguyễn Văn A;")]
    [InlineData(";10/03/2022;Đang xử lý;x;")]
    [InlineData("hỏng;;;Trực tuyến;Trực tiếp")]
    [InlineData(";;;Nguyễn Văn A;Nam")]
    public void A_ruined_first_dossier_is_no_sub_heading(string line)
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;;\n{line}\n{AnExport.Dossier};10/03/2022;;;\n"
        );
        (reading.Rows, reading.Refused).ShouldBe((2, 1));
        reading.Faults.ShouldAllBe(fault => fault.Line == 2);
    }

    [Fact]
    public void Titles_and_report_filters_above_lend_nothing_and_are_told_to_nobody()
    {
        var reading = AnExport.Read(
            $"UBND XÃ;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;\nNgười lập: Trần Văn Bí;;Lĩnh vực: Hộ tịch;;Kết quả\nMã hồ sơ;Ngày nhận;Trạng thái;Hình thức nộp;x\nhỏng 9;10/03/2022;;;\n"
        );
        reading.Fault(FaultCodes.CodeBad).Column.ShouldBe("Mã hồ sơ");
        reading.Format.ShouldEndWith("dòng 3");
        reading.Columns.ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Status | KeptColumns.Channel);
    }

    [Fact]
    public void Without_a_required_column_the_names_read_are_told_without_titles()
    {
        var reading = AnExport.Read("Người lập: Trần Văn Bí 0912345678;;x\nMã hồ sơ;Ngày;\n;hẹn trả;có kết quả\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading
            .Fault(FaultCodes.ColumnMissing)
            .Message.ShouldBe(
                "Không nhận ra cột \"Ngày tiếp nhận\". Các tiêu đề đã đọc: Mã hồ sơ; Ngày / hẹn trả; Ngày / có kết quả."
            );
    }

    [Fact]
    public void A_workbook_that_leaves_out_blank_cells_is_read_alike()
    {
        var reading = AnExport.Read(
            AWorkbook.Of(
                ["Mã hồ sơ", "Ngày tiếp nhận", "Trạng thái", "Hình thức"],
                [null, null, null, "nộp", "trả kết quả"],
                [AnExport.Dossier, 44630, "Đang xử lý", "Trực tuyến", "BCCI"]
            )
        );
        var row = reading.OnlyRow();
        (row.Received, row.Channel, row.ReturnChannel).ShouldBe((Received, Channel.Online, Channel.Postal));
    }

    [Fact]
    public void Rows_are_read_again_from_below_the_whole_header()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày;;Mức độ DVC\n;tiếp nhận;có kết quả;\nH20.1-220310-0001;10/03/2022;11/03/2022;4\n",
            "hoso.csv"
        );
        reading.OnlyRow().Level.ShouldBe(Level.Full);
        reading.AsOf.ShouldBe(new DateOnly(2022, 3, 11));
    }
}
