using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class ValueTextsTests
{
    [Theory]
    [InlineData("Mới đăng ký", Status.Receiving)]
    [InlineData("KHÔNG ĐƯỢC TIẾP NHẬN", Status.Denied)]
    [InlineData("được  tiếp nhận", Status.New)]
    [InlineData("Dang xu ly", Status.Processing)]
    [InlineData("Yêu cầu bổ sung giấy tờ", Status.Waiting)]
    [InlineData("Yêu cầu thực hiện nghĩa vụ tài chính", Status.Paying)]
    [InlineData("Dừng xử lý", Status.Unresolved)]
    [InlineData("Công dân yêu cầu rút hồ sơ", Status.Cancelled)]
    [InlineData("Đã xử lý xong", Status.Releasing)]
    [InlineData("Đã trả kết quả", Status.Done)]
    [InlineData("releasing", Status.Releasing)]
    [InlineData("Denied", Status.Denied)]
    public void Statuses_are_known_by_text_and_by_portal_code(string text, Status status) =>
        AnExport.With(("Trạng thái", text)).OnlyRow().Status.ShouldBe(status);

    [Theory]
    [InlineData("Trực tiếp", Channel.InPerson)]
    [InlineData("Nộp trực tiếp", Channel.InPerson)]
    [InlineData("Qua mạng", Channel.Online)]
    [InlineData("nộp trực tuyến", Channel.Online)]
    [InlineData("Bưu chính", Channel.Postal)]
    [InlineData("BCCI", Channel.Postal)]
    [InlineData("Qua dịch vụ bưu chính công ích", Channel.Postal)]
    public void Channels_of_submission_are_known(string text, Channel channel) =>
        AnExport.With(("Hình thức nộp", text)).OnlyRow().Channel.ShouldBe(channel);

    [Theory]
    [InlineData("Trực tiếp tại Bộ phận TN&TKQ", Channel.InPerson)]
    [InlineData("Nhận trực tuyến", Channel.Online)]
    [InlineData("Nhận qua dịch vụ bưu chính", Channel.Postal)]
    [InlineData("Tại nhà thông qua dịch vụ bưu chính công ích", Channel.Postal)]
    public void Channels_of_return_are_known(string text, Channel channel) =>
        AnExport.With(("Hình thức nhận kết quả", text)).OnlyRow().ReturnChannel.ShouldBe(channel);

    [Theory]
    [InlineData("Có", true)]
    [InlineData("X", true)]
    [InlineData("Đã số hoá", true)]
    [InlineData("Chưa số hóa", false)]
    [InlineData("0", false)]
    public void Yes_and_no_are_known_wherever_the_tone_mark_stands(string text, bool value) =>
        AnExport.With(("Số hoá", text)).OnlyRow().Digitised.ShouldBe(value);

    [Fact]
    public void Decomposed_letters_are_the_same_letters() =>
        AnExport
            .With(("Trạng thái", "Đã xử lý xong".Normalize(System.Text.NormalizationForm.FormD)))
            .OnlyRow()
            .Status.ShouldBe(Status.Releasing);

    [Fact]
    public void Other_diacritics_make_another_word() =>
        AnExport.With(("Trạng thái", "Đang xứ lý")).Fault(FaultCodes.StatusUnknown);

    [Fact]
    public void A_profile_with_one_text_for_two_meanings_is_refused()
    {
        var both = SourceProfile.Default with { Statuses = [new(Status.New, ["Mới"]), new(Status.Done, ["MỚI"])] };
        Should.Throw<InvalidDataException>(() => new ExportReader(AnExport.Register, both));
    }

    [Fact]
    public void A_misspelt_property_of_a_profile_is_an_error() =>
        Should.Throw<InvalidDataException>(() => SourceProfile.Parse("""{ "nam": "x" }"""));
}
