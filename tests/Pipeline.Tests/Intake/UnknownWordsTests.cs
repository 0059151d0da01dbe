using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Words that no profile knows are listed with their rows and the line that teaches them; names never are.</summary>
public class UnknownWordsTests
{
    [Theory]
    [InlineData("Trạng thái", "Chờ lãnh đạo ký", "statuses")]
    [InlineData("Hình thức nộp", "Qua zalo", "channels")]
    [InlineData("Hình thức trả kết quả", "Trả tận nhà", "returnChannels")]
    [InlineData("Mức độ DVC", "Mức cao", "levels")]
    public void A_word_on_three_rows_is_told_with_a_line_for_a_profile(string column, string word, string list)
    {
        var warning = Read(column, [word, word, word]).Warning(FaultCodes.UnknownWords);

        (warning.Line, warning.Column).ShouldBe((0, column));
        warning.Message.ShouldBe(
            $"Từ chưa hiểu ở cột \"{column}\": \"{word}\" (3 dòng). Cơ quan quản lý thêm vào mẫu nguồn dữ liệu, thay ? bằng nghĩa đúng: \"{list}\": [{{ \"value\": \"?\", \"texts\": [\"{word}\"] }}]"
        );
    }

    [Theory]
    [InlineData("Trả kết quả")]
    [InlineData("Đã tiếp nhận xử lý")]
    public void On_one_row_too_where_every_part_of_it_is_known(string word) =>
        Read("Trạng thái", [word]).Warning(FaultCodes.UnknownWords).Message.ShouldContain($"\"{word}\" (1 dòng)");

    [Theory]
    [InlineData("Chờ lãnh đạo ký", 2)]
    [InlineData("Nguyễn Văn An", 9)]
    [InlineData("Lê Hoài Nam", 9)]
    [InlineData("NGUYỄN HOÀI NAM", 9)]
    [InlineData("Hương", 9)]
    [InlineData("Kiều Oanh", 9)]
    [InlineData("0912345678", 9)]
    [InlineData("an@xa.gov.vn", 9)]
    [InlineData("ấp Thượng", 9)]
    [InlineData("Đã xử lýấp Dấu Vết", 3)]
    [InlineData("Chờ ông Mật ký", 9)]
    [InlineData("số 12 đường Hùng Vương", 9)]
    public void What_may_be_personal_is_told_by_its_shape_only(string text, int rows)
    {
        var reading = Read("Trạng thái", Enumerable.Repeat(text, rows));
        reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.UnknownWords);
        reading.Faults.Concat(reading.Warnings).ShouldAllBe(one => !one.Message.Contains(text));
    }

    [Fact]
    public void The_line_holds_all_words_that_may_be_told_the_most_frequent_first()
    {
        var message = Read(
                "Trạng thái",
                [.. Enumerable.Repeat("Chờ ký", 3), .. Enumerable.Repeat("Chờ đóng dấu", 4), "Hương"]
            )
            .Warning(FaultCodes.UnknownWords)
            .Message;

        message.ShouldContain("\"Chờ đóng dấu\" (4 dòng), \"Chờ ký\" (3 dòng), (chữ, 5 ký tự) (1 dòng).");
        message.ShouldEndWith("\"statuses\": [{ \"value\": \"?\", \"texts\": [\"Chờ đóng dấu\", \"Chờ ký\"] }]");
    }

    [Theory]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái", 2)]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả;Trạng thái", 0)]
    public void What_was_returned_without_a_column_of_its_day_is_told_as_not_counted(string header, int told)
    {
        var day = header.Contains("Ngày trả", StringComparison.Ordinal) ? "14/03/2022;" : "";
        var reading = AnExport.Read(
            $"{header}\n"
                + $"H20-220310-0001;10/03/2022;12/03/2022;11/03/2022;{day}Đã trả kết quả\n"
                + $"H20-220310-0002;10/03/2022;12/03/2022;11/03/2022;{day}Đã trả kết quả\n"
                + $"H20-220310-0003;10/03/2022;12/03/2022;11/03/2022;{day}Đã xử lý xong\n"
        );
        reading.Kept.ShouldAllBe(row => told == 0 || row.Returned == null);
        if (told == 0)
            reading.Warnings.ShouldNotContain(warning => warning.Code == FaultCodes.NoReturnedColumn);
        else
            reading
                .Warning(FaultCodes.NoReturnedColumn)
                .Message.ShouldStartWith(
                    "Tệp không có cột ngày trả kết quả: 2 hồ sơ \"Đã trả kết quả\" không được tính"
                );
    }

    internal static ExportReading Read(string column, IEnumerable<string> words)
    {
        var isStatus = column == "Trạng thái";
        var header = $"Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả kết quả;Trạng thái";
        var lines = words.Select(
            (word, at) => $"H20-220310-{at:0000};10/03/2022;12/03/2022;;;" + (isStatus ? word : $"Đang xử lý;{word}")
        );
        return AnExport.Read(string.Join('\n', lines.Prepend(isStatus ? header : $"{header};{column}")));
    }
}
