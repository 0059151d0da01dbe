using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A column that isn't there, or isn't the one assumed, says so (design.md §8).</summary>
public class MissingColumnTests
{
    [Theory]
    [InlineData("Ngày X")]
    [InlineData("Mốc")]
    [InlineData("Ngày dự kiến")]
    [InlineData("Ngày kết quả hồ sơ")]
    [InlineData("Deadline")]
    [InlineData("")]
    public void An_unknown_column_of_days_holds_the_file_back_while_due_is_missing(string heading)
    {
        var reading = Read(
            $"Mã hồ sơ;Ngày tiếp nhận;{heading};Ngày có kết quả;Ngày trả kết quả;Trạng thái",
            "12/03/2022"
        );
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Faults[0].Code.ShouldBe(FaultCodes.DateColumnUnknown);
        reading.Message.ShouldContain(heading is "Ngày kết quả hồ sơ" ? $"Cột \"{heading}\"" : "Cột thứ 3");
        reading.Message.ShouldContain("\"Ngày hẹn trả\"");
    }

    [Theory]
    [InlineData("Ngày họ Nguyễn Văn Mật 087123456789")]
    [InlineData("Ngày Lê Hoài Nam")]
    [InlineData("Hẹn 0912345678")]
    [InlineData("Ngày tộ tịch\",\"Nguyễn Văn Mật\",\"13/01/2022")]
    [InlineData("Ngày ấp Thượng")]
    [InlineData("Minh")]
    [InlineData("N.T.Hoa")]
    [InlineData("KSOR HLAN")]
    [InlineData("Lý Thanh Toàn")]
    public void Of_a_heading_that_holds_what_a_dossier_holds_only_the_place_is_told(string heading)
    {
        var reading = Read(
            $"Mã hồ sơ;Ngày tiếp nhận;{heading};Ngày có kết quả;Ngày trả kết quả;Trạng thái",
            "12/03/2022"
        );
        reading.Faults[0].Code.ShouldBe(FaultCodes.DateColumnUnknown);
        reading.Message.ShouldContain("Cột thứ 3 (tiêu đề lạ)");
        reading.Faults[0].Column.ShouldBe("");
    }

    [Theory]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày nào đó;Ngày hẹn trả;Ngày trả kết quả;Trạng thái")]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày nào đó;Ngày hẹn trả;Ngày có kết quả;Trạng thái")]
    public void Likewise_while_finished_or_returned_is_missing(string header) =>
        Read(header, "12/03/2022").Faults[0].Code.ShouldBe(FaultCodes.DateColumnUnknown);

    [Theory]
    [InlineData("Ngày cấp", "12/03/2022")]
    [InlineData("Ngày trình ký", "12/03/2022")]
    [InlineData("Ngày sinh", "12/03/1990")]
    [InlineData("Lệ phí", "44632")]
    [InlineData("Cột lạ", "chữ")]
    [InlineData("Cột lạ", "")]
    public void Other_columns_leave_a_warning_that_due_is_missing(string heading, string cell)
    {
        var reading = Read($"Mã hồ sơ;Ngày tiếp nhận;{heading};Ngày có kết quả;Ngày trả kết quả;Trạng thái", cell);
        reading.Outcome.ShouldBe(Outcome.Accepted, reading.Message);
        reading.Warning(FaultCodes.NoDueColumn);
        (reading.Columns & KeptColumns.Due).ShouldBe(KeptColumns.None);
    }

    [Fact]
    public void A_finished_day_taken_from_the_file_is_told() =>
        AnExport.With(("Trạng thái", "Đã xử lý xong")).Warning(FaultCodes.FinishedInferred);

    [Theory]
    [InlineData("Mã hồ sơ;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả")]
    [InlineData("Mã hồ sơ;Ngày hẹn trả;Ngày tiếp nhận;Ngày có kết quả;Ngày trả kết quả;Trạng thái")]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Ngày có kết quả;Trạng thái")]
    [InlineData("STT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả;Trạng thái")]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Trạng thái")]
    [InlineData("\uFEFFMã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Hình thức nộp;Ngày trả kết quả;Trạng thái")]
    public void A_second_header_with_other_columns_holds_the_file_back(string second)
    {
        const string First = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả;Trạng thái";
        var reading = AnExport.Read($"{First}\n{Row(1)}\n{second}\n{Row(2)}\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Faults[0].Code.ShouldBe(FaultCodes.SeveralTables);
        reading.Faults[0].Line.ShouldBe(3);
        AnExport.Read($"{First}\n{Row(1)}\n{First}\n{Row(2)}\n").Accepted.ShouldBe(2);
    }

    private static string Row(int number) =>
        FormattableString.Invariant($"000.19.05.H20-220310-{number:0000};10/03/2022;11/03/2022;;;Đang xử lý");

    private static ExportReading Read(string header, string third) =>
        AnExport.Read(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 6)
                    .Select(n =>
                        FormattableString.Invariant($"000.19.05.H20-220310-{n:0000};10/03/2022;{third};;;Đang xử lý")
                    )
                    .Prepend(header)
            )
        );
}
