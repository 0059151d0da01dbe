using CCHC.Pipeline.Intake;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Tests.TakeIn;

public class ReceiptPageTests
{
    [Fact]
    public void A_desk_officer_reads_what_was_wrong_and_what_to_do() =>
        Body(
                Some(Outcome.Partly) with
                {
                    Rows = 200,
                    Accepted = 197,
                    Refused = 3,
                    Changed = 150,
                    Superseded = 22,
                    SupersededCodes = ["000.19.05.H20-220301-0001", "000.19.05.H20-220301-0002"],
                    Faults =
                    [
                        new RowFault(7, "Trạng thái", FaultCodes.StatusUnknown, "Trạng thái không có trong danh mục.")
                        {
                            Found = "(chữ, 4 ký tự)",
                        },
                        new RowFault(9, "Mã hồ sơ", FaultCodes.CodeMissing, "Thiếu mã hồ sơ.") { Found = "ô trống" },
                        new RowFault(0, "", FaultCodes.More, "Còn 1 lỗi nữa không liệt kê ở đây."),
                    ],
                    Warnings =
                    [
                        new RowFault(4, "Hình thức nộp", FaultCodes.ChannelUnknown, "Không rõ hình thức."),
                        new RowFault(5, "Hình thức nộp", FaultCodes.ChannelUnknown, "Không rõ hình thức."),
                        new RowFault(0, "", FaultCodes.NoChannelColumn, "Không có cột hình thức nộp."),
                    ],
                }
            )
            .ShouldMatchApproved(options =>
                options.SubFolder("Approved").NoDiff().WithFilenameGenerator((_, _, type, _) => $"partly.{type}.html")
            );

    [Fact]
    public void A_withdrawn_file_says_since_when_and_why() =>
        Body(
                Some(Outcome.Partly)
                    .AsWithdrawn(
                        new(new DateTimeOffset(2022, 3, 15, 2, 30, 0, TimeSpan.Zero), "gửi nhầm đơn vị", "a.csv"),
                        "Tệp a.csv đã được rút ngày 15/03/2022. Lý do: gửi nhầm đơn vị.",
                        DateTimeOffset.UnixEpoch
                    )
            )
            .ShouldMatchApproved(options =>
                options
                    .SubFolder("Approved")
                    .NoDiff()
                    .WithFilenameGenerator((_, _, type, _) => $"withdrawn.{type}.html")
            );

    [Theory]
    [InlineData("<script>alert(1)</script>.csv", "&lt;script&gt;alert(1)&lt;/script&gt;.csv")]
    [InlineData("a\"onload='x'.csv", "a&quot;onload=&#39;x&#39;.csv")]
    [InlineData("hồ sơ\u202Evsc.exe", "hồ sơ\uFFFDvsc.exe")]
    public void A_file_name_stays_a_name(string file, string shown)
    {
        var page = ReceiptPage.Write(Some(Outcome.Refused) with { File = file, Message = $"Tệp {file} bị từ chối." });

        page.ShouldContain($"<bdi>{shown}</bdi>");
        page.ShouldContain($"Tệp {shown} bị từ chối.");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("\u202E");
    }

    [Fact]
    public void Every_outcome_has_a_word_a_tone_and_a_next_step()
    {
        foreach (var outcome in Enum.GetValues<Outcome>())
            ReceiptPage.Write(Some(outcome)).ShouldContain("<h2>Việc cần làm</h2>\n<p>");
    }

    [Theory]
    [InlineData(FaultCodes.OtherUnitsList, "gửi vào thư mục của đơn vị đó", "Nếu thiếu cột")]
    [InlineData(FaultCodes.SeveralUnits, "sửa tên đơn vị ghi trong tệp", "Tên tệp khi gửi lại")]
    [InlineData(FaultCodes.DatesExchanged, "không mở bằng Excel", "Nếu thiếu cột")]
    [InlineData(FaultCodes.DatesOf1904, "Xuất lại tệp từ hệ thống một cửa", "Nếu thiếu cột")]
    [InlineData(FaultCodes.SeveralTables, "Tách mỗi bảng thành một tệp", "Nếu thiếu cột")]
    [InlineData(FaultCodes.ColumnMissing, "Nếu thiếu cột: thêm cột", "không mở bằng Excel")]
    public void A_file_that_is_held_back_says_what_its_own_reason_asks_for(string code, string asked, string not)
    {
        var page = ReceiptPage.Write(
            Some(Outcome.Quarantined) with
            {
                Faults = [new RowFault(0, "", code, "Cả tệp có lỗi.")],
                Warnings = [new RowFault(4, "Mã hồ sơ", FaultCodes.CodeDateDiffers, "Ngày khác.")],
            }
        );

        page.ShouldContain(asked);
        page.ShouldNotContain(not);
        page.ShouldNotContain("Những dòng đã nhận");
        page.ShouldNotContain("Các dòng này được nhận");
    }

    [Fact]
    public void What_only_a_technician_reads_stands_last()
    {
        var page = Body(Some(Outcome.Accepted));

        page.IndexOf("UTF-8", StringComparison.Ordinal)
            .ShouldBeGreaterThan(page.IndexOf("<footer>", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_are_Vietnam_s() =>
        ReceiptPage.Write(Some(Outcome.Accepted)).ShouldContain("17:00 ngày 14/03/2022 (giờ Việt Nam)");

    private static string Body(Receipt receipt)
    {
        var page = ReceiptPage.Write(receipt);
        return page[page.IndexOf("<title>", StringComparison.Ordinal)..];
    }

    private static Receipt Some(Outcome outcome) =>
        new()
        {
            Unit = "29956",
            File = "ho-so-2022-03-14.csv",
            ETag = "0x1",
            AsOf = new DateOnly(2022, 3, 14),
            UploadedAt = new DateTimeOffset(2022, 3, 14, 10, 0, 0, TimeSpan.Zero),
            Sha256 = new string('a', 64),
            Outcome = outcome,
            TakenInAt = new DateTimeOffset(2022, 3, 14, 10, 1, 0, TimeSpan.Zero),
            Format = "UTF-8, dấu phẩy, tiêu đề ở dòng 1",
            Message = "Đã nhận tệp.",
        };
}
