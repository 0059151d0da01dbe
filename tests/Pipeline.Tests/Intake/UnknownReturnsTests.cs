using System.Globalization;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Tests.Intake.Profiles;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>
/// A list that plainly speaks of returns and has no column of their day is held back; else its postal-return rate would
/// be counted of nothing (design.md §8, domain.md §5: T is never inferred).
/// </summary>
public class UnknownReturnsTests
{
    private const string Columns = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả";
    private const string Absent = "\"absent\": [\"Returned\"]";

    [Theory]
    [InlineData("Hình thức trả kết quả", 5, 0, 0, 0, true)]
    [InlineData("Hình thức nhận kết quả", 5, 0, 0, 0, true)]
    [InlineData("Hình thức nhận/trả kết quả", 5, 4, 0, 0, true)]
    [InlineData("HÌNH THỨC TRẢ KẾT QUẢ", 5, 0, 4, 90, true)]
    [InlineData("Hình thức trả kết quả", 8, 3, 4, 2, true)]
    [InlineData("Hình thức trả kết quả", 90, 89, 0, 0, true)]
    [InlineData("Hình thức trả kết quả", 4, 0, 0, 0, false)]
    [InlineData("Hình thức trả kết quả", 4, 0, 0, 3, false)]
    [InlineData("Hình thức trả kết quả", 5, 5, 0, 0, false)]
    [InlineData("Hình thức trả kết quả", 5, 3, 2, 0, false)]
    [InlineData("Hình thức trả kết quả", 8, 9, 0, 0, false)]
    [InlineData("Hình thức trả kết quả", 0, 9, 0, 9, false)]
    [InlineData("Hình thức nộp", 9, 0, 0, 0, false)]
    [InlineData("Mức độ DVC", 9, 0, 0, 0, false)]
    [InlineData("Ghi chú", 9, 0, 0, 0, false)]
    public void Only_where_there_is_a_channel_of_return_and_most_of_what_is_done_was_returned(
        string column,
        int returned,
        int waiting,
        int withdrawn,
        int open,
        bool isHeldBack
    )
    {
        var reading = AnExport.Read(Rows(column, returned, waiting, withdrawn, open));
        reading.Outcome.ShouldBe(isHeldBack ? Outcome.Quarantined : Outcome.Accepted, reading.Message);
        reading
            .Faults.Select(fault => fault.Code)
            .ShouldBe(isHeldBack ? [FaultCodes.NoReturnedColumn] : Array.Empty<string>());
        reading
            .Warnings.Any(warning => warning.Code == FaultCodes.NoReturnedColumn)
            .ShouldBe(!isHeldBack && returned > 0);
        reading.Kept.Count.ShouldBe(isHeldBack ? 0 : returned + waiting + withdrawn + open);
    }

    [Fact]
    public void The_reason_says_how_many_what_is_missing_and_what_to_do() =>
        AnExport
            .Read(Rows("Hình thức trả kết quả", 7, 1, 1, 1))
            .Message.ShouldBe(
                "7 hồ sơ ở trạng thái đã trả kết quả nhưng tệp không có cột ngày trả kết quả, nên số đã trả và tỷ lệ trả qua bưu chính sẽ sai. Hãy xuất lại kèm cột đó. Nếu phần mềm một cửa không có ngày trả, hãy báo cơ quan quản lý ghi một lần vào mẫu nguồn dữ liệu: \"absent\": [\"Returned\"] rồi đọc lại tệp."
            );

    [Theory]
    [InlineData("Ngày trả kết quả")]
    [InlineData("Ngày thực trả")]
    [InlineData("Ngày nhận kết quả")]
    public void With_the_column_it_is_taken_in_even_if_all_its_cells_are_blank(string column)
    {
        var reading = AnExport.Read(Rows($"Hình thức trả kết quả;{column}", 9, 0, 0, 0));
        reading.Outcome.ShouldBe(Outcome.Accepted, reading.Message);
        reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.NoReturnedColumn);
    }

    [Fact]
    public void A_profile_says_once_that_there_is_no_such_day()
    {
        var csv = Rows("Hình thức trả kết quả", 7, 1, 1, 1);
        AProfile.Read("\"totals\": [\"Kết\"]", csv).Outcome.ShouldBe(Outcome.Quarantined);

        var reading = AProfile.Read(Absent, csv);
        (reading.Outcome, reading.Accepted).ShouldBe((Outcome.Accepted, 10));
        reading.Warning(FaultCodes.NoReturnedColumn).Message.ShouldContain("7 hồ sơ");
    }

    [Fact]
    public void A_returned_column_is_read_whatever_the_profile_says()
    {
        var csv = Rows("Hình thức trả kết quả;Ngày trả kết quả", 1, 0, 0, 0);
        var day = csv.Replace("Đã trả kết quả;;", "Đã trả kết quả;;14/03/2022", StringComparison.Ordinal);
        AProfile.Read(Absent, day).OnlyRow().Returned.ShouldBe(new DateOnly(2022, 3, 14));
    }

    [Fact]
    public void Rows_of_other_units_say_nothing_and_a_neighbours_list_is_told_first()
    {
        var neighbours = "UBND XÃ THƯỜNG PHƯỚC 2\n" + Rows("Hình thức trả kết quả", 9, 0, 0, 0);
        AnExport.Read(neighbours).Faults[0].Code.ShouldBe(FaultCodes.OtherUnitsList);

        var district = Rows("Hình thức trả kết quả", 9, 0, 0, 6)
            .Split('\n')
            .Select((line, at) => $"{line};{(at == 0 ? "Đơn vị tiếp nhận" : UnitOf(at))}");
        var reading = AnExport.Read(string.Join('\n', district));
        reading.Outcome.ShouldBe(Outcome.Accepted, reading.Message);
        reading.Warning(FaultCodes.NoReturnedColumn).Message.ShouldContain(" 4 hồ sơ");
    }

    /// <summary>Four of the nine returned are the unit's own, the rest belongs to two others.</summary>
    private static string UnitOf(int row) =>
        row is <= 4 or > 9 ? "Xã Thường Phước 1"
        : row % 2 == 0 ? "Xã Thường Phước 2"
        : "Thị trấn Thường Thới Tiền";

    private static string Rows(string column, int returned, int waiting, int withdrawn, int open)
    {
        var blanks = new string(';', column.Split(';').Length);
        var statuses = Enumerable
            .Repeat("11/03/2022;Đã trả kết quả", returned)
            .Concat(Enumerable.Repeat("11/03/2022;Đã xử lý xong", waiting))
            .Concat(Enumerable.Repeat("11/03/2022;Công dân yêu cầu rút hồ sơ", withdrawn))
            .Concat(Enumerable.Repeat(";Đang xử lý", open));
        var rows = statuses.Select(
            (status, at) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"000.19.05.H20-220310-{at:0000};10/03/2022;11/03/2022;{status}{blanks}"
                )
        );
        return string.Join('\n', rows.Prepend($"{Columns};Trạng thái;{column}"));
    }
}
