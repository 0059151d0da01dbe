using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Writers that don't quote: no quote of theirs swallows a line (design.md §8).</summary>
public class StrayQuoteTests
{
    private const string Header = "STT;Mã hồ sơ;Nội dung;Ngày tiếp nhận;Trạng thái;Ghi chú";

    public static TheoryData<string, string, string> Strays { get; } =
        new()
        {
            { "\"Khai sinh", "Khai tử", "Kết hôn" },
            { "\"Khai sinh", "\"Khai tử", "Kết hôn" },
            { "\"Khai sinh", "\"Khai tử", "\"Kết hôn" },
            { "\"Khai sinh", "Khai tử", "Kết hôn\"" },
            { "\"Khai sinh", "Kết hôn\"", "Khai tử" },
            { "Khai sinh\"", "\"Kết hôn", "Khai tử" },
            { "\"", "Khai tử", "Kết hôn" },
            { "\"", "\"", "Kết hôn" },
            { "\"", "\"", "\"" },
            { "\"Cửa hàng \"Hoa Mai\"", "Khai tử", "Kết hôn" },
            { "\"\"Khai sinh", "Khai tử\"\"", "Kết hôn" },
            { "\"Khai \"\"sinh", "Khai tử", "Kết hôn" },
            { "Khai sinh", "Khai tử", "\"Kết hôn" },
            { "5\"", "\"7", "\"9\"" },
        };

    [Theory]
    [MemberData(nameof(Strays))]
    public void A_quote_that_ends_no_cell_is_a_letter(string first, string second, string third)
    {
        foreach (var separator in ";,\t|")
        {
            var csv = string.Join(
                '\n',
                [Header, Row(1, first), Row(2, second), Row(3, third), Row(4, "Chứng thực"), ""]
            );
            var reading = AnExport.Read(csv.Replace(';', separator));
            reading.Faults.ShouldBeEmpty();
            reading.Accepted.ShouldBe(4);
        }
    }

    [Theory]
    [InlineData("\"hai\ndòng\"")]
    [InlineData("\"hai\r\ndòng, và \"\"nháy\"\"\"")]
    [InlineData("\"một; hai; ba\nbốn\"")]
    [InlineData("\"\n\n\n\"")]
    [InlineData("\"một\n\" ")]
    public void A_cell_over_several_lines_is_one(string cell)
    {
        var reading = AnExport.Read(string.Join('\n', [Header, Row(1, cell), Row(2, cell), Row(3, "một dòng")]));
        reading.Faults.ShouldBeEmpty();
        reading.Accepted.ShouldBe(3);
    }

    [Theory]
    [InlineData(';', ',')]
    [InlineData(';', '\t')]
    [InlineData(';', '|')]
    [InlineData(',', ';')]
    [InlineData('\t', ';')]
    [InlineData('|', ';')]
    public void A_line_with_another_separator_is_told_never_skipped(char own, char other)
    {
        var lines = new[] { Header, Row(1, "a"), Row(2, "b"), Row(3, "c") }.Select(line => line.Replace(';', own));
        var reading = AnExport.Read(string.Join('\n', [.. lines, Row(4, "d").Replace(';', other)]));
        reading.Rows.ShouldBe(4);
        reading.Accepted.ShouldBe(3);
        reading.Fault(FaultCodes.OtherSeparator).Line.ShouldBe(5);
    }

    private static string Row(int number, string cell) =>
        FormattableString.Invariant($"{number};000.19.05.H20-220310-{number:0000};{cell};10/03/2022;Đang xử lý;");
}
