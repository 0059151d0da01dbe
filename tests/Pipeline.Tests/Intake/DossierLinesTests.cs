using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class DossierLinesTests
{
    [Fact]
    public void Every_kept_column_of_a_line_is_kept_and_nothing_else()
    {
        var reading = AnExport.Read(
            """
            STT,Mã hồ sơ,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Đơn vị tiếp nhận,Chủ hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Ngày trả kết quả,Hình thức nhận kết quả,Trạng thái,Mức độ DVC,Thanh toán,Số hóa,Ghi chú
            1,h20.19-220310-0007,2.000635.000.00.00.h20,Cấp bản sao,Hộ tịch,Xã Thường Phước 1,Nguyễn Văn Tèo,Qua mạng,10/03/2022 08:15:30,14/03/2022,11/03/2022 16:00,2022-03-12,BCCI,Đã trả kết quả,Mức độ 4,Tiền mặt,x,cho cháu
            """
        );
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Warnings.ShouldBeEmpty();
        reading.Columns.ShouldBe((KeptColumns)((1 << 13) - 1));
        reading
            .OnlyRow()
            .ShouldBe(
                new KeptRow
                {
                    Code = "H20.19-220310-0007",
                    Received = new DateOnly(2022, 3, 10),
                    Due = new DateOnly(2022, 3, 14),
                    Finished = new DateOnly(2022, 3, 11),
                    Returned = new DateOnly(2022, 3, 12),
                    Status = Status.Done,
                    Channel = Channel.Online,
                    ReturnChannel = Channel.Postal,
                    Level = Level.Full,
                    Field = "Hộ tịch",
                    Procedure = "2.000635.000.00.00.H20",
                    Digitised = true,
                    PaidOnline = false,
                }
            );
    }

    [Fact]
    public void A_header_and_no_rows_is_a_quiet_day()
    {
        var reading = AnExport.Lines();
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.SpeaksForItsDay.ShouldBeTrue();
        (reading.Rows, reading.Accepted, reading.Refused).ShouldBe((0, 0, 0));
        reading.Message.ShouldBe("Đã nhận tệp không có hồ sơ nào, số liệu đến ngày 15/03/2022.");
    }

    [Fact]
    public void Dossiers_are_sorted_by_code()
    {
        var reading = AnExport.Lines(AnExport.Line(3), AnExport.Line(1), AnExport.Line(2));
        reading.Kept.Select(row => row.Code[^1]).ShouldBe(['1', '2', '3']);
    }

    [Fact]
    public void The_lower_line_of_a_dossier_wins_column_by_column()
    {
        var reading = AnExport.Lines(
            $"{AnExport.Dossier};10/03/2022;11/03/2022;Đang xử lý;Trực tuyến",
            AnExport.Line(9),
            $"{AnExport.Dossier};09/03/2022;;Đã xử lý xong;",
            $"{AnExport.Dossier};10/03/2022;;;Qua chim câu"
        );
        (reading.Rows, reading.Accepted, reading.Kept.Count).ShouldBe((4, 4, 2));
        var row = reading.Kept[0];
        row.Received.ShouldBe(new DateOnly(2022, 3, 10));
        row.Finished.ShouldBe(new DateOnly(2022, 3, 11));
        row.Status.ShouldBe(Status.Releasing);
        row.Channel.ShouldBe(Channel.Online);
        var repeated = reading.Warnings.Where(warning => warning.Code == FaultCodes.RepeatedDossier).ToList();
        repeated.Select(warning => warning.Line).ShouldBe([4, 5]);
        repeated[0].Message.ShouldContain("dòng 2");
        repeated[1].Message.ShouldContain("dòng 4");
    }

    [Fact]
    public void A_text_that_is_not_known_beats_a_blank_channel_of_the_same_dossier()
    {
        var reading = AnExport.Lines(
            $"{AnExport.Dossier};10/03/2022;;Đang xử lý;Qua chim câu",
            $"{AnExport.Dossier};10/03/2022;;Đang xử lý;"
        );
        reading.Kept.ShouldHaveSingleItem().Channel.ShouldBe(Channel.Unrecognised);
    }

    [Fact]
    public void All_spellings_of_a_field_become_the_last_one_written()
    {
        var reading = AnExport.Read(
            """
            Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực
            000.19.05.H20-220310-0001;10/03/2022;Đang xử lý;HỘ TỊCH
            000.19.05.H20-220310-0002;10/03/2022;Đang xử lý;Chứng thực
            000.19.05.H20-220310-0003;10/03/2022;Đang xử lý;Hộ  tịch
            """
        );
        reading.Kept.Select(row => row.Field).ShouldBe(["Hộ tịch", "Chứng thực", "Hộ tịch"]);
    }

    [Fact]
    public void Running_it_twice_changes_nothing()
    {
        string[] lines = [AnExport.Line(2), "x1;y;z;;", AnExport.Line(1), AnExport.Line(1)];
        var (once, twice) = (AnExport.Lines(lines), AnExport.Lines(lines));
        twice.Kept.ShouldBe(once.Kept);
        twice.Faults.ShouldBe(once.Faults);
        twice.Warnings.ShouldBe(once.Warnings);
        (twice.Message, twice.Format, twice.AsOf).ShouldBe((once.Message, once.Format, once.AsOf));
    }
}
