using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

public class SampleCheckTests
{
    private const string Header =
        "Mã hồ sơ;Người nộp;Ngày tiếp nhận;Trạng thái;Hình thức nộp;Quầy số 3;Quầy;Ngày nhận\n";

    [Fact]
    public void Each_header_is_told_with_what_became_of_it() =>
        Check(Line("Trực tiếp"))
            .Headers.ShouldBe([
                new("Mã hồ sơ", Column.Code, true),
                new("Người nộp", Column.Dropped, false),
                new("Ngày tiếp nhận", Column.Received, true),
                new("Trạng thái", Column.Status, true),
                new("Hình thức nộp", Column.Channel, true),
                new("chữ và số, 9 ký tự", null, false),
                new("Quầy", null, false),
                new("Ngày nhận", Column.Received, false),
            ]);

    [Fact]
    public void Texts_are_told_with_their_meaning_and_their_rows()
    {
        var report = Check(Line("Trực tiếp") + Line("Trực tiếp") + Line("") + Line("1"));
        report
            .Values.Where(use => use.Header == "Hình thức nộp")
            .ShouldBe([
                new("Hình thức nộp", "Trực tiếp", "InPerson", 2),
                new("Hình thức nộp", "ô trống", "InPerson", 1),
                new("Hình thức nộp", "1", null, 1),
            ]);
        report.IsClean.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Qua Zalo", 3, "Qua Zalo")]
    [InlineData("Nguyễn Thị Dấu Vết", 2, "chữ, 18 ký tự")]
    [InlineData("0912345678", 5, "số, 10 ký tự")]
    [InlineData("a@b.vn", 5, "chữ, 6 ký tự")]
    public void An_unknown_text_is_told_only_where_it_can_hardly_be_personal(string text, int rows, string told) =>
        Check(string.Concat(Enumerable.Repeat(Line(text), rows)))
            .Values.ShouldContain(new TextUse("Hình thức nộp", told, null, rows));

    [Fact]
    public void Dates_are_told_by_their_form()
    {
        var report = Check(Line("", "10/03/2022") + Line("", "10/03/2022 07:05") + Line("", "31/02/2022"));
        report.Dates.ShouldBe([
            new("Ngày tiếp nhận", "00/00/0000", "ngày", 1),
            new("Ngày tiếp nhận", "00/00/0000 00:00", "ngày", 1),
            new("Ngày tiếp nhận", "00/00/0000", null, 1),
        ]);
    }

    [Theory]
    [InlineData("2022-03-15.csv", AsOfSource.Name)]
    [InlineData("hoso.csv", AsOfSource.Rows)]
    public void The_day_is_told_with_what_said_it(string file, AsOfSource source) =>
        Check(Line("Trực tiếp"), file).AsOfSource.ShouldBe(source);

    [Fact]
    public void A_file_that_cannot_be_read_is_told_too()
    {
        var report = Check("", content: "%PDF-1.7");
        report.Reading.Outcome.ShouldBe(Outcome.Refused);
        report.IsClean.ShouldBeFalse();
        Check("", content: "Mã hồ sơ;Quầy\n").Headers.ShouldContain(new HeaderUse("Quầy", null, false));
    }

    private static string Line(string channel, string received = "10/03/2022") =>
        $"{AnExport.Dossier};Ẩn danh;{received};Đang xử lý;{channel};;;\n";

    private static SampleReport Check(string lines, string file = AnExport.File, string? content = null) =>
        SampleCheck.Of(
            SourceProfile.Parse(AProfile.Json("")),
            SourceProfiles.BuiltIn,
            AnExport.Register,
            AnExport.Upload(Encoding.UTF8.GetBytes(content ?? Header + lines), file)
        );
}
