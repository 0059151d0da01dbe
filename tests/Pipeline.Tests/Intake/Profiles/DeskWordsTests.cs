using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

/// <summary>What desks write without any profile (domain.md §4).</summary>
public class DeskWordsTests
{
    [Theory]
    [InlineData("Ngày hẹn", KeptColumns.Due)]
    [InlineData("Ngày hẹn trả KQ", KeptColumns.Due)]
    [InlineData("Ngày KQ", KeptColumns.Finished)]
    [InlineData("Ngày hoàn thành", KeptColumns.Finished)]
    [InlineData("Ngày trả KQ", KeptColumns.Returned)]
    [InlineData("HT nộp", KeptColumns.Channel)]
    [InlineData("HT tiếp nhận", KeptColumns.Channel)]
    [InlineData("Hình thức nộp HS", KeptColumns.Channel)]
    [InlineData("Kênh nộp", KeptColumns.Channel)]
    [InlineData("Phương thức nhận kết quả", KeptColumns.ReturnChannel)]
    [InlineData("Mức độ", KeptColumns.Level)]
    [InlineData("Mức DVC", KeptColumns.Level)]
    [InlineData("TTHC", KeptColumns.Procedure)]
    public void Headings_are_known_in_short_and_in_full(string header, KeptColumns column) =>
        AnExport.Read($"Mã HS;Ngày TN;Tình trạng;{header}\n").Columns.HasFlag(column).ShouldBeTrue();

    [Theory]
    [InlineData("Mã hồ sơ TTHC;Ngày nhận HS;Tình trạng hồ sơ")]
    [InlineData("Số hồ sơ;Thời gian tiếp nhận;Trạng thái xử lý")]
    [InlineData("Mã số hồ sơ;Ngày giờ tiếp nhận;Ngày KQ")]
    public void Required_columns_are_known_too(string header) =>
        AnExport.Read($"{header}\n").Outcome.ShouldBe(Outcome.Accepted);

    [Theory]
    [InlineData("Thời gian")]
    [InlineData("Ngày")]
    [InlineData("Kết quả")]
    [InlineData("Hình thức")]
    [InlineData("Nội dung hồ sơ")]
    [InlineData("CCCD")]
    [InlineData("Số CMND/CCCD")]
    [InlineData("Email")]
    [InlineData("Ngày sinh")]
    [InlineData("Mã số thuế")]
    public void What_could_mean_two_things_or_is_personal_is_not_kept(string header) =>
        AnExport
            .Read($"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;{header}\n")
            .Columns.ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Status);

    [Theory]
    [InlineData("Đã tiếp nhận", Status.New)]
    [InlineData("Đang giải quyết", Status.Processing)]
    [InlineData("Chờ bổ sung hồ sơ", Status.Waiting)]
    [InlineData("Đã có kết quả", Status.Releasing)]
    [InlineData("Đã trả KQ", Status.Done)]
    [InlineData("Từ chối tiếp nhận", Status.Denied)]
    [InlineData("Đã rút hồ sơ", Status.Cancelled)]
    public void A_status_in_other_words_is_the_same_status(string text, Status status) =>
        AnExport.With(("Trạng thái", text)).OnlyRow().Status.ShouldBe(status);

    [Theory]
    [InlineData("Trả kết quả")]
    [InlineData("Cấp phép")]
    [InlineData("Hoàn thành")]
    [InlineData("Trả lại")]
    [InlineData("Từ chối")]
    [InlineData("Tạm dừng")]
    public void A_status_that_could_be_two_is_none(string text) =>
        AnExport.With(("Trạng thái", text)).Fault(FaultCodes.StatusUnknown);
}
