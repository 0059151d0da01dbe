using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>The statutory book: a sub-heading means what it means under its group (Mẫu 06 of TT 01/2018).</summary>
public class GroupHeadingTests
{
    [Theory]
    [InlineData("Ngày, tháng, năm")]
    [InlineData("Ngày tháng năm")]
    [InlineData("NGÀY, THÁNG, NĂM")]
    [InlineData("Ngày, tháng")]
    [InlineData("Ngày tháng năm:")]
    [InlineData("Ngày")]
    public void The_book_is_read_as_printed(string group)
    {
        foreach (var isRepeated in new[] { true, false })
        {
            var upper = $"STT;Mã hồ sơ;{Over(group, 4, isRepeated)};Ghi chú";
            const string Lower = ";;Nhận hồ sơ;Hẹn trả kết quả;Có kết quả;Trả kết quả;";
            Check(AnExport.Read($"SỔ THEO DÕI HỒ SƠ\n{upper}\n{Lower}\n{Row}\n"));
        }
    }

    [Theory]
    [InlineData("Nhận và trả kết quả", "Ngày, tháng, năm")]
    [InlineData("Quá trình giải quyết", "Ngày, tháng, năm")]
    [InlineData("Theo dõi", "Ngày tháng năm")]
    public void So_is_one_of_three_rows(string top, string group)
    {
        var first = $"STT;Mã hồ sơ;{Over(top, 4, false)};Ghi chú";
        var second = $";;{Over(group, 4, false)};";
        Check(AnExport.Read($"{first}\n{second}\n;;Nhận hồ sơ;Hẹn trả kết quả;Có kết quả;Trả kết quả;\n{Row}\n"));
    }

    [Theory]
    [InlineData("Tiếp nhận hồ sơ;Hẹn trả kết quả;Có kết quả;Trả kết quả")]
    [InlineData("Tiếp nhận;Hẹn trả;Có kết quả;Trả kết quả")]
    [InlineData("Nhận hồ sơ;Hẹn trả hồ sơ;Có kết quả;Trả hồ sơ")]
    [InlineData("Nhận;Hẹn trả;Có kết quả;Nhận kết quả")]
    public void The_sub_headings_may_vary(string lower)
    {
        var upper = $"STT;Mã hồ sơ;{Over("Ngày, tháng, năm", 4, false)};Ghi chú";
        Check(AnExport.Read($"{upper}\n;;{lower};\n{Row}\n"));
    }

    private const string Row = "1;000.19.05.H20-220310-0001;10/03/2022;14/03/2022;12/03/2022;13/03/2022;";

    private static void Check(ExportReading reading)
    {
        var row = reading.OnlyRow();
        (row.Received, row.Due).ShouldBe((new DateOnly(2022, 3, 10), new DateOnly(2022, 3, 14)));
        (row.Finished, row.Returned).ShouldBe((new DateOnly(2022, 3, 12), new DateOnly(2022, 3, 13)));
    }

    private static string Over(string group, int columns, bool isRepeated) =>
        string.Join(';', Enumerable.Range(0, columns).Select(n => n == 0 || isRepeated ? group : ""));
}
