using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A character that nobody sees is named where it spoils a cell, else left out of it.</summary>
public class InvisibleTests
{
    [Theory]
    [InlineData('\u200B')]
    [InlineData('\u200C')]
    [InlineData('\u200E')]
    [InlineData('\u200F')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2060')]
    [InlineData('\uFEFF')]
    [InlineData('\u00AD')]
    [InlineData('\u034F')]
    [InlineData('\u115F')]
    [InlineData('\u2800')]
    [InlineData('\u3164')]
    [InlineData('\uFE0F')]
    [InlineData('\uFFA0')]
    public void In_a_code_it_is_dropped_or_named(char hidden)
    {
        var reading = AnExport.With(("Mã hồ sơ", $"H20-{hidden}220310-0001"));
        if (reading.Faults.Count == 0)
            reading.OnlyRow().Code.ShouldBe("H20-220310-0001");
        else
            reading.Fault(FaultCodes.CodeBad).Message.ShouldContain($"ký tự ẩn U+{(int)hidden:X4}");
    }

    [Theory]
    [InlineData("Ngày tiếp nhận", "10/\u31643/2022", FaultCodes.DateBad, "ký tự ẩn U+3164")]
    [InlineData("Ngày tiếp nhận", "10\u2800/03/2022", FaultCodes.DateBad, "ký tự ẩn U+2800")]
    [InlineData("Trạng thái", "Đang\u3164xử lý", FaultCodes.StatusUnknown, "ký tự ẩn U+3164")]
    [InlineData("Trạng thái", "Đang xử lý lạ\uFFA0", FaultCodes.StatusUnknown, "ký tự ẩn U+FFA0")]
    public void In_another_cell_it_is_named(string column, string cell, string code, string named) =>
        AnExport.With((column, cell)).Fault(code).Message.ShouldContain(named);
}
