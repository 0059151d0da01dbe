using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class PersonalDataTests
{
    private const string Name = "Nguyễn Thị Dấu Vết";
    private const string Phone = "0912345678";

    [Theory]
    [InlineData("Mã hồ sơ")]
    [InlineData("Ngày tiếp nhận")]
    [InlineData("Ngày có kết quả")]
    [InlineData("Trạng thái")]
    [InlineData("Hình thức nộp")]
    [InlineData("Mức độ DVC")]
    [InlineData("Số hóa")]
    [InlineData("Mã TTHC")]
    [InlineData("Đơn vị tiếp nhận")]
    [InlineData("Ghi chú")]
    [InlineData("Chủ hồ sơ")]
    public void No_receipt_repeats_a_name_or_a_number(string header)
    {
        LeaksNothing(AnExport.With((header, Name)), Name);
        LeaksNothing(AnExport.With((header, Phone)), Phone);
        LeaksNothing(AnExport.With((header, "=" + Name)), Name);
    }

    [Fact]
    public void A_faulty_cell_is_told_by_its_shape() =>
        AnExport
            .With(("Ngày tiếp nhận", Phone))
            .Fault(FaultCodes.DateBad)
            .Message.ShouldStartWith("(số, 10 ký tự) không phải là ngày có thật");

    [Theory]
    [InlineData("31/02/2022")]
    [InlineData("31/02/2022 10:00:00")]
    [InlineData("2022-02-31T10:00:00Z")]
    public void A_date_is_told_as_it_stands(string date) =>
        AnExport.With(("Ngày tiếp nhận", date)).Fault(FaultCodes.DateBad).Message.ShouldStartWith($"\"{date}\"");

    [Theory]
    [InlineData("31/02/2022 0912345678")]
    [InlineData("31/02/2022 0:912345678")]
    [InlineData("09-1234-5678")]
    [InlineData("091.234.5678")]
    public void A_number_dressed_as_a_date_is_not_told(string text) =>
        LeaksNothing(AnExport.With(("Ngày tiếp nhận", text)), text);

    [Fact]
    public void A_known_word_in_the_wrong_place_is_told() =>
        AnExport
            .With(("Ngày tiếp nhận", "Trực tiếp"))
            .Fault(FaultCodes.DateBad)
            .Message.ShouldStartWith("\"Trực tiếp\"");

    [Fact]
    public void A_file_without_headers_lists_no_row_of_it()
    {
        var reading = AnExport.Read($"1;{Name};Thường Phước;{Phone}\n2;{Name};Tổ 5;{Phone}\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        LeaksNothing(reading, Name);
        LeaksNothing(reading, Phone);
    }

    [Fact]
    public void A_row_of_data_is_never_taken_for_headers_by_its_values()
    {
        var reading = AnExport.Read($"{Name};Hộ tịch;Thanh toán trực tuyến\n{Name};Đất đai;Thanh toán trực tuyến\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        LeaksNothing(reading, Name);
    }

    [Fact]
    public void Listed_headers_are_without_numbers()
    {
        var reading = AnExport.Read($"Mã hồ sơ;Trạng thái;{Phone}\nx;y;z\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        LeaksNothing(reading, Phone);
    }

    [Theory]
    [InlineData("Trực tuyến")]
    [InlineData("10/03/2022")]
    public void A_header_run_into_a_row_of_data_lists_nobody(string cell)
    {
        var reading = AnExport.Read($"Mã hồ sơ;Hình thức nộp;Ghi chú lạ;{cell};{Name}\nx;y;z\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Message.ShouldContain("Hình thức nộp");
        LeaksNothing(reading, Name);
    }

    private static void LeaksNothing(ExportReading reading, string secret)
    {
        IEnumerable<string> told =
        [
            reading.Message,
            reading.Format,
            .. reading.Faults.Concat(reading.Warnings).Select(fault => fault.ToString()),
            .. reading.Kept.Select(row => row.ToString()),
        ];
        string.Join('\n', told).ShouldNotContain(secret);
    }
}
