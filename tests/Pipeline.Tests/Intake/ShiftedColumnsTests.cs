using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class ShiftedColumnsTests
{
    private const string Header =
        "STT;Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái;Hình thức nộp;Mức độ DVC\n";

    [Fact]
    public void Cells_one_place_to_the_left_refuse_the_file_naming_the_column()
    {
        var rows = Rows(n =>
            $"{n};000.19.05.H20-220310-{n:0000};10/03/2022;14/03/2022;11/03/2022;Đang xử lý;Trực tiếp;4"
        );
        var fault = Refused(rows);
        fault.Column.ShouldBe("Ngày có kết quả");
        fault.Message.ShouldContain("sang trái");
    }

    [Fact]
    public void Cells_one_place_to_the_right_refuse_the_file_naming_the_column()
    {
        var rows = Rows(n =>
            $"{n};Nguyễn A;000.19.05.H20-220310-{n:0000};x;10/03/2022;14/03/2022;11/03/2022;Đang xử lý;Trực tiếp;4"
        );
        var fault = Refused(rows);
        fault.Column.ShouldBe("Mã hồ sơ");
        fault.Message.ShouldContain("sang phải");
    }

    [Fact]
    public void A_shift_among_values_that_may_be_unknown_is_seen_too()
    {
        var header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Người nộp;Hình thức nộp;Hình thức trả kết quả;Mức độ DVC\n";
        var rows = Rows(n => $"000.19.05.H20-220310-{n:0000};10/03/2022;;Qua mạng;BCCI;Toàn trình;");
        var reading = AnExport.Read(header + rows);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Faults[0].Code.ShouldBe(FaultCodes.ShiftedColumns);
    }

    [Fact]
    public void Unknown_texts_in_place_are_no_shift()
    {
        var header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Hình thức nộp;Hình thức trả kết quả;Ghi chú\n";
        var rows = Rows(n => $"000.19.05.H20-220310-{n:0000};10/03/2022;;Trực tiếp;Tại xã;x");
        AnExport.Read(header + rows).Outcome.ShouldBe(Outcome.Accepted);
    }

    [Fact]
    public void A_file_of_one_shifted_row_is_refused_too() =>
        AnExport
            .Read(Header + "1;H20-220310-0001;10/03/2022;14/03/2022;11/03/2022;Đang xử lý;Trực tiếp;4\n")
            .Faults[0]
            .Code.ShouldBe(FaultCodes.ShiftedColumns);

    [Theory]
    [InlineData(";Toàn trình;", "Hình thức trả kết quả", "sang trái")]
    [InlineData("Trực tiếp;4;", "Hình thức trả kết quả", "sang trái")]
    [InlineData(";;Đang xử lý", "", "")]
    public void A_row_whose_unknown_text_belongs_to_the_next_column_is_refused(string cells, string column, string told)
    {
        var header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Hình thức nộp;Hình thức trả kết quả;Mức độ DVC\n";
        var sound = Rows(n => $"H20-220310-{n:0000};10/03/2022;;Trực tiếp;;4");
        var reading = AnExport.Read($"{header}{sound}H20-220310-0009;10/03/2022;;{cells}\n");
        reading.Kept.Count.ShouldBe(told.Length == 0 ? 7 : 6);
        if (told.Length == 0)
            return;
        var fault = reading.Faults.First(one => one.Code == FaultCodes.ShiftedColumns);
        (fault.Line, fault.Column).ShouldBe((8, column));
        fault.Message.ShouldEndWith($"{told}.");
    }

    [Fact]
    public void A_status_in_the_channel_column_of_a_row_without_one_is_a_shift()
    {
        var reading = AnExport.Lines(AnExport.Line(1), "H20-220310-0009;10/03/2022;;;Đang xử lý");
        reading.Fault(FaultCodes.ShiftedColumns).Message.ShouldContain("cột \"Trạng thái\"");
    }

    private static RowFault Refused(string rows)
    {
        var reading = AnExport.Read(Header + rows);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Kept.ShouldBeEmpty();
        reading.Faults[0].Code.ShouldBe(FaultCodes.ShiftedColumns);
        reading.Faults[0].Line.ShouldBe(1);
        return reading.Faults[0];
    }

    private static string Rows(Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(1, 6).Select(n => FormattableString.Invariant(row(n)) + "\n"));
}
