using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>What stands in the column of fields is a listed one, or unknown (design.md §4, law 8).</summary>
public sealed class ListedFieldsTests
{
    [Fact]
    public void Every_shipped_spelling_is_its_field()
    {
        foreach (var field in FieldList.Shipped.All)
        {
            foreach (var name in field.OtherNames.Prepend(field.Name))
                FieldOf(name).ShouldBe(field.Name);
        }
    }

    [Theory]
    [InlineData("hộ tịch", "Hộ tịch")]
    [InlineData("HỘ TỊCH", "Hộ tịch")]
    [InlineData("Ho tich", "Hộ tịch")]
    [InlineData("Lĩnh vực: Hộ tịch", "Hộ tịch")]
    [InlineData("Hòa giải ở cơ sở", "Hòa giải ở cơ sở")]
    [InlineData("Hoà giải ở cơ sở", "Hòa giải ở cơ sở")]
    [InlineData("Phòng chống tệ nạn xã hội", "Phòng, chống tệ nạn xã hội")]
    [InlineData("Thi đua - Khen thưởng", "Thi đua - khen thưởng")]
    [InlineData("Thi đua,khen thưởng", "Thi đua - khen thưởng")]
    [InlineData("Tín ngưỡng - Tôn giáo", "Tín ngưỡng, tôn giáo")]
    [InlineData("Ðất đai", "Đất đai")]
    public void Case_marks_hyphens_and_commas_dont_matter(string text, string name) => FieldOf(text).ShouldBe(name);

    [Fact]
    public void Spellings_of_one_field_are_one_name_in_a_file() =>
        Lines("Hộ tịch", "HỘ TỊCH", "ho tich")
            .Kept.Select(row => row.Field)
            .ShouldBe(["Hộ tịch", "Hộ tịch", "Hộ tịch"]);

    [Fact]
    public void Whatever_else_stands_there_is_told_once_by_its_shape_and_how_to_add_it()
    {
        var warning = Lines("Ksor Hlan", "N.T.Hoa", "Ksor Hlan", "Hộ tịch").Warning(FaultCodes.FieldBad);
        (warning.Line, warning.Column).ShouldBe((2, "Lĩnh vực"));
        warning.Message.ShouldBe(
            "3 dòng ghi ở cột này chữ không có trong danh mục lĩnh vực nên coi như không rõ lĩnh vực: (chữ, 9 ký tự): 2 dòng; (chữ, 7 ký tự): 1 dòng. Nếu đó là tên một lĩnh vực, cơ quan quản lý thêm vào danh mục bằng cchc fields import với tệp hai dòng \"name,other_names\" và \"Tên lĩnh vực,Cách viết khác\", rồi đọc lại tệp."
        );
    }

    [Fact]
    public void The_file_that_the_warning_shows_can_be_imported() =>
        FieldCsv.Parse("name,other_names\nTên lĩnh vực,Cách viết khác\n").All.ShouldHaveSingleItem();

    [Fact]
    public void A_field_that_staff_added_is_one()
    {
        var list = FieldCsv.Parse("name,other_names\nNghề muối,Diêm nghiệp\n");
        var reader = new ExportReader(AnExport.Register, CCHC.Pipeline.Intake.SourceProfile.Default) { Fields = list };
        var csv =
            $"Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực\n{AnExport.Dossier};10/03/2022;Đang xử lý;diêm nghiệp\n";
        reader.Read(AnExport.Upload(System.Text.Encoding.UTF8.GetBytes(csv))).OnlyRow().Field.ShouldBe("Nghề muối");
    }

    private static string? FieldOf(string text) => AnExport.With(("Lĩnh vực", text)).OnlyRow().Field;

    private static ExportReading Lines(params string[] fields) =>
        AnExport.Read(
            "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp;Lĩnh vực\n"
                + string.Concat(fields.Index().Select(at => $"{AnExport.Line(at.Index + 1)};{at.Item}\n"))
        );
}
