using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HeaderTests
{
    private const string Row = AnExport.Dossier + ";10/03/2022;Đang xử lý";

    [Theory]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Trạng thái")]
    [InlineData("MÃ HỒ SƠ ; ngày  tiếp nhận;Trạng Thái")]
    [InlineData("Ma ho so;Ngay nhan;Trang thai")]
    [InlineData("\"Mã\nhồ sơ\";Ngày nộp hồ sơ;Trạng thái")]
    public void Headers_are_known_by_their_synonyms(string header) =>
        AnExport.Read($"{header}\n{Row}\n").Accepted.ShouldBe(1);

    [Theory]
    [InlineData("Ngày tiếp nhận hồ sơ", KeptColumns.Received)]
    [InlineData("Ngày hẹn trả kết quả", KeptColumns.Due)]
    [InlineData("Hẹn trả", KeptColumns.Due)]
    [InlineData("Ngày kết thúc xử lý", KeptColumns.Finished)]
    [InlineData("Ngày nhận kết quả", KeptColumns.Returned)]
    [InlineData("Kênh thực hiện", KeptColumns.Channel)]
    [InlineData("Hình thức tiếp nhận", KeptColumns.Channel)]
    [InlineData("Hình thức nhận/trả kết quả", KeptColumns.ReturnChannel)]
    [InlineData("Mức độ DVC", KeptColumns.Level)]
    [InlineData("Mã TTHC", KeptColumns.Procedure)]
    [InlineData("Thanh toán", KeptColumns.PaidOnline)]
    public void Each_column_has_its_names(string header, KeptColumns column) =>
        AnExport.Read($"Mã hồ sơ;Ngày nộp;Trạng thái;{header}\n").Columns.HasFlag(column).ShouldBeTrue();

    [Theory]
    [InlineData("Nội dung hồ sơ")]
    [InlineData("Tên thủ tục hành chính")]
    [InlineData("Ghi chú")]
    [InlineData("Số điện thoại")]
    public void Free_text_is_never_kept(string header) =>
        AnExport
            .Read($"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;{header}\n")
            .Columns.ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Status);

    [Fact]
    public void Rows_above_the_header_are_titles()
    {
        var reading = AnExport.Read(
            $"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSổ theo dõi;;\nMã hồ sơ;Ngày tiếp nhận;Trạng thái\n{Row}\n"
        );
        reading.Accepted.ShouldBe(1);
        reading.Format.ShouldBe("UTF-8, dấu ';', tiêu đề ở dòng 4");
    }

    [Fact]
    public void Submitted_stands_for_received_only_where_no_received_column_is()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày nộp hồ sơ;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};09/03/2022;10/03/2022;\n"
        );
        reading.OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
        reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.SecondSynonym);
    }

    [Fact]
    public void Of_two_synonyms_the_first_by_priority_is_read_with_a_warning()
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày nhận;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};09/03/2022;10/03/2022;\n"
        );
        reading.OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
        reading.Warning(FaultCodes.SecondSynonym).Column.ShouldBe("Ngày nhận");
    }

    [Theory]
    [InlineData("10/03/2022", Outcome.Accepted)]
    [InlineData("11/03/2022", Outcome.Refused)]
    public void One_header_twice_is_refused_only_over_different_cells(string second, Outcome outcome)
    {
        var reading = AnExport.Read(
            $"Mã hồ sơ;Ngày tiếp nhận;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};10/03/2022;{second};\n"
        );
        reading.Outcome.ShouldBe(outcome);
        if (outcome is Outcome.Refused)
            reading.Fault(FaultCodes.DuplicateHeader).Column.ShouldBe("Ngày tiếp nhận");
    }

    [Theory]
    [InlineData("Ngày tiếp nhận;Trạng thái;Lĩnh vực", "Mã hồ sơ")]
    [InlineData("Mã hồ sơ;Trạng thái;Lĩnh vực", "Ngày tiếp nhận")]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Lĩnh vực", "Trạng thái")]
    public void Without_a_required_column_a_file_is_quarantined(string header, string missing)
    {
        var reading = AnExport.Read($"{header}\nx;y;z\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Kept.ShouldBeEmpty();
        var fault = reading.Fault(FaultCodes.ColumnMissing);
        fault.Message.ShouldStartWith($"Không nhận ra cột \"{missing}");
        fault.Message.ShouldEndWith($"Các tiêu đề đã đọc: {header.Replace(";", "; ", StringComparison.Ordinal)}.");
    }

    [Theory]
    [InlineData("Ngày có kết quả")]
    [InlineData("Ngày trả")]
    [InlineData("Trạng thái")]
    public void One_column_that_tells_how_far_a_dossier_is_suffices(string header) =>
        AnExport.Read($"Mã hồ sơ;Ngày tiếp nhận;{header}\n").Outcome.ShouldBe(Outcome.Accepted);
}
