using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

/// <summary>1 is in person in one system and online in another: without a profile a number is never guessed.</summary>
public class NumericCodeTests
{
    [Theory]
    [InlineData("Hình thức nộp")]
    [InlineData("Hình thức nhận kết quả")]
    public void A_channel_by_number_is_a_fault_though_its_row_is_kept(string header)
    {
        var reading = AnExport.With((header, "1"));
        reading.Outcome.ShouldBe(Outcome.Accepted);
        (reading.Accepted, reading.Refused).ShouldBe((1, 0));
        var fault = reading.Fault(FaultCodes.NumericCode);
        (fault.Line, fault.Column, fault.Found).ShouldBe((2, header, "1"));
        fault.Message.ShouldContain("chọn mẫu nguồn dữ liệu cho đơn vị");
        var row = reading.Kept.ShouldHaveSingleItem();
        (header == "Hình thức nộp" ? row.Channel : row.ReturnChannel).ShouldBe(Channel.Unrecognised);
    }

    [Fact]
    public void Numbers_in_one_column_are_one_fault_with_the_number_of_lines()
    {
        var lines = Enumerable
            .Range(1, 30)
            .Select(n => AnExport.Line(n).Replace("Trực tiếp", (n % 12).ToString("0", null), StringComparison.Ordinal));
        var reading = AnExport.Lines([.. lines]);
        reading.Accepted.ShouldBe(30);
        reading.Fault(FaultCodes.NumericCode).Message.ShouldEndWith("(30 dòng, đầu tiên là dòng 2).");
    }

    [Fact]
    public void A_status_by_number_refuses_its_row_and_says_what_to_do()
    {
        var fault = AnExport.With(("Trạng thái", "4")).Fault(FaultCodes.StatusUnknown);
        fault.Message.ShouldStartWith("Trạng thái ghi bằng mã số \"4\"");
        fault.Message.ShouldContain("chọn mẫu nguồn dữ liệu cho đơn vị");
        fault.Message.ShouldContain("Đã trả kết quả");
    }

    [Fact]
    public void A_long_number_is_no_code_but_an_unknown_text() =>
        AnExport
            .With(("Hình thức nộp", "0912345678"))
            .Warning(FaultCodes.ChannelUnknown)
            .Found.ShouldBe("số, 10 ký tự");
}
