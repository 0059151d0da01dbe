using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class RowFaultTests
{
    [Theory]
    [InlineData("Mã hồ sơ", "", FaultCodes.CodeMissing)]
    [InlineData("Mã hồ sơ", "HS-001/2022", FaultCodes.CodeBad)]
    [InlineData("Ngày tiếp nhận", "", FaultCodes.ReceivedMissing)]
    [InlineData("Ngày tiếp nhận", "hôm qua", FaultCodes.DateBad)]
    [InlineData("Ngày tiếp nhận", "31/02/2022", FaultCodes.DateBad)]
    [InlineData("Ngày tiếp nhận", "44630", FaultCodes.DateBad)]
    [InlineData("Ngày tiếp nhận", "31/12/1999", FaultCodes.DateTooOld)]
    [InlineData("Ngày tiếp nhận", "17/03/2022", FaultCodes.DateAfterUpload)]
    [InlineData("Ngày hẹn trả", "32/03/2022", FaultCodes.DateBad)]
    [InlineData("Ngày có kết quả", "17/03/2022", FaultCodes.DateAfterUpload)]
    [InlineData("Ngày có kết quả", "09/03/2022", FaultCodes.FinishedBeforeReceived)]
    [InlineData("Ngày trả kết quả", "09/03/2022 10:00", FaultCodes.ReturnedBeforeReceived)]
    [InlineData("Trạng thái", "Đang bay", FaultCodes.StatusUnknown)]
    [InlineData("Trạng thái", "1", FaultCodes.StatusUnknown)]
    [InlineData("Hình thức nộp", "=1+1", FaultCodes.Formula)]
    public void A_bad_cell_refuses_its_row_naming_line_and_column(string header, string cell, string code)
    {
        var reading = AnExport.With((header, cell));
        var fault = reading.Fault(code);
        (fault.Line, fault.Column).ShouldBe((2, header));
        reading.Outcome.ShouldBe(Outcome.Partly);
        (reading.Rows, reading.Accepted, reading.Refused).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void A_due_date_may_lie_ahead() =>
        AnExport.With(("Ngày hẹn trả", "30/04/2022")).OnlyRow().Due.ShouldBe(new DateOnly(2022, 4, 30));

    [Fact]
    public void An_unknown_status_is_answered_with_the_known_ones()
    {
        var fault = AnExport.With(("Trạng thái", "Đang bay")).Fault(FaultCodes.StatusUnknown);
        fault.Message.ShouldContain("Mới đăng ký");
        fault.Message.ShouldContain("Đã trả kết quả");
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once()
    {
        var reading = AnExport.With(("Mã hồ sơ", "9"), ("Ngày tiếp nhận", "x"), ("Trạng thái", "y"));
        reading
            .Faults.Select(fault => fault.Code)
            .ShouldBe([FaultCodes.CodeBad, FaultCodes.DateBad, FaultCodes.StatusUnknown], ignoreOrder: true);
        reading.Refused.ShouldBe(1);
    }

    [Fact]
    public void A_row_with_more_cells_than_headers_is_refused()
    {
        var reading = AnExport.Lines(AnExport.Line(1), AnExport.Line(2) + ";thêm");
        reading.Fault(FaultCodes.TooManyCells).Line.ShouldBe(3);
    }

    [Theory]
    [InlineData(4, 5, Outcome.Partly)]
    [InlineData(5, 20, Outcome.Partly)]
    [InlineData(5, 19, Outcome.Refused)]
    public void Over_a_fifth_and_at_least_five_refused_rows_refuse_the_file(int bad, int good, Outcome outcome)
    {
        var lines = Enumerable.Range(1, bad).Select(_ => "hỏng9;10/03/2022;;Đang xử lý;Trực tiếp").ToList();
        lines.AddRange(Enumerable.Range(1, good).Select(AnExport.Line));
        var reading = AnExport.Lines([.. lines]);
        reading.Outcome.ShouldBe(outcome);
        reading.Rows.ShouldBe(bad + good);
        if (outcome is not Outcome.Refused)
            return;
        reading.Kept.ShouldBeEmpty();
        (reading.Accepted, reading.Refused).ShouldBe((0, 24));
        reading.Faults[0].Code.ShouldBe(FaultCodes.TooManyRefused);
        reading.Message.ShouldBe("5 trong 24 dòng có lỗi, quá 20 %: cả 24 dòng của tệp không được nhận.");
    }

    [Fact]
    public void The_list_of_faults_is_bounded_and_their_number_is_not()
    {
        var reader = new ExportReader(AnExport.Register, SourceProfile.Default)
        {
            Limits = IntakeLimits.Standard with { ListedFaults = 3 },
        };
        var text = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n" + string.Concat(Enumerable.Repeat("h9;10/03/2022;\n", 10));
        var reading = reader.Read(AnExport.Upload(System.Text.Encoding.UTF8.GetBytes(text)));
        reading.Rows.ShouldBe(10);
        reading.Faults.Count.ShouldBe(5);
        reading.Faults[^1].Message.ShouldBe("Còn 7 lỗi nữa không liệt kê ở đây.");
    }
}
