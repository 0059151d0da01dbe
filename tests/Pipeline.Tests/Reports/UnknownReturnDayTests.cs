using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Units whose returns have no day: the report says so, and never that they had no case.</summary>
public sealed class UnknownReturnDayTests
{
    [Fact]
    public void Where_no_day_is_known_at_all_the_summary_says_how_many_there_are()
    {
        var words = Words(Returned(0, unknown: 14), Returned(0, unknown: 3), Returned(0, unknown: 0));

        words.ShouldContain(
            "Toàn huyện có 17 hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả nhưng chưa xác định được ngày trả kết quả, không tính vào tỷ lệ."
        );
        words.ShouldContain("02/03 xã không đủ dữ liệu để đánh giá; 01/03 xã không phát sinh hồ sơ");
        words.ShouldContain("Chưa tính vì chưa xác định được ngày trả kết quả");
        words.ShouldContain("Không tính vào cột nào: hồ sơ giải quyết xong trong kỳ");
        words.ShouldContain("(Xã 0 14; Xã 1 03).");
    }

    [Fact]
    public void Beside_known_ones_they_are_told_too_and_left_out()
    {
        var words = Words(Returned(20, unknown: 14), Returned(10, unknown: 0));

        words.ShouldContain("trên tổng số 30 hồ sơ đã trả kết quả trong kỳ");
        words.ShouldContain("tỷ lệ 0,00 %. Ngoài ra có 14 hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả");
    }

    [Fact]
    public void Without_any_nothing_is_said_of_it()
    {
        var words = Words(Returned(0, unknown: 0), Returned(0, unknown: 0));

        words.ShouldContain("Toàn huyện chưa ghi nhận hồ sơ đã trả kết quả trong kỳ.");
        words.ShouldNotContain("chưa xác định được ngày trả");
    }

    private static string Words(params FieldFigures[] units)
    {
        var quarter = new SomeQuarter { Targets = [Target("postal-return", 30, 100)] };
        foreach (var (index, figures) in units.Index())
            quarter.With($"Xã {index}", [figures]);
        return new ReadDocument(LetterDocx.Write(SummaryReport.Compose(quarter.Results()))).Words;
    }

    private static FieldFigures Returned(int returned, int unknown)
    {
        var field = Field("ho-tich", "Hộ tịch", 60, 20);
        field.Figures[Count.Returned] = returned;
        field.Figures[Count.ReturnedUnknownDay] = unknown;
        return field;
    }
}
