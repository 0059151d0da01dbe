using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake.Profiles;

/// <summary>A profile is read strictly, and what is wrong is told with its place, in Vietnamese.</summary>
public class ProfileFaultTests
{
    [Theory]
    [InlineData("""{ "name": "A", """, "Không phải JSON hợp lệ ở dòng 1")]
    [InlineData("""[]""", "Mẫu: phải là một đối tượng JSON")]
    [InlineData("""{ }""", "Mẫu: thiếu mục \"name\"")]
    [InlineData("""{ "nam": "A" }""", "Mẫu: không có mục \"nam\"")]
    [InlineData("""{ "name": "A", "name": "B" }""", "Mẫu: mục \"name\" xuất hiện hai lần")]
    [InlineData("""{ "name": " " }""", "name: phải là một dòng chữ")]
    [InlineData("""{ "name": "…" }""", "name: tên phải có chữ hoặc số")]
    [InlineData("""{ "name": "Mặc Định" }""", "name: tên \"mặc định\" dành cho mẫu có sẵn")]
    [InlineData("""{ "name": "A", "units": ["2995"] }""", "units[0]: \"2995\" không phải là mã đơn vị")]
    [InlineData("""{ "name": "A", "units": ["29956", "29956"] }""", "units[1]: đơn vị 29956 xuất hiện hai lần")]
    [InlineData("""{ "name": "A", "numericCodes": "có" }""", "numericCodes: phải là true hoặc false")]
    [InlineData("""{ "name": "A", "asOf": ["ngày"] }""", "asOf[0]: không có \"ngày\"; phải là một trong: name, title")]
    [InlineData("""{ "name": "A", "asOf": ["rows", "rows"] }""", "asOf: phải có ít nhất một nguồn ngày")]
    [InlineData("""{ "name": "A", "dateFormats": ["yy/MM"] }""", "dateFormats[0]: không có \"yy/MM\"")]
    [InlineData(
        """{ "name": "A", "dateFormats": ["dd/MM/yyyy", "MM/dd/yyyy"] }""",
        "dateFormats[1]: hai dạng ngày có cùng dấu \"/\""
    )]
    [InlineData("""{ "name": "A", "absent": ["Due"] }""", "absent[0]: không có \"Due\"; phải là một trong: Returned")]
    [InlineData("""{ "name": "A", "absent": "Returned" }""", "absent: phải là một danh sách")]
    [InlineData("""{ "name": "A", "headers": {} }""", "headers: phải là một danh sách")]
    [InlineData(
        """{ "name": "A", "headers": [{ "column": "Phone", "names": ["x"] }] }""",
        "headers[0].column: không có \"Phone\""
    )]
    [InlineData(
        """{ "name": "A", "headers": [{ "column": "Code", "names": [] }] }""",
        "headers[0].names: danh sách không được trống"
    )]
    [InlineData(
        """{ "name": "A", "headers": [{ "column": "Code", "name": ["x"] }] }""",
        "headers[0]: không có mục \"name\""
    )]
    [InlineData(
        """{ "name": "A", "headers": [{ "column": "Code", "names": ["Số"] }, { "column": "Due", "names": ["SỐ"] }] }""",
        "headers: \"SỐ\" có hai nghĩa"
    )]
    [InlineData(
        """{ "name": "A", "headers": [{ "column": "Dropped", "names": ["Lĩnh vực", "Tên lĩnh vực", "Lĩnh vực TTHC", "Lĩnh vực thủ tục"] }] }""",
        "headers: cột Field không còn tiêu đề nào"
    )]
    [InlineData(
        """{ "name": "A", "channels": [{ "value": "Online", "texts": [1] }] }""",
        "channels[0].texts[0]: mã số phải đặt trong dấu nháy"
    )]
    [InlineData(
        """{ "name": "A", "channels": [{ "value": "Blank", "texts": ["1"] }] }""",
        "channels[0].value: không có \"Blank\""
    )]
    [InlineData("""{ "name": "A", "statuses": [{ "texts": ["1"] }] }""", "statuses[0]: thiếu mục \"value\"")]
    [InlineData(
        """{ "name": "A", "yesNo": [{ "value": "có", "texts": ["1"] }] }""",
        "yesNo[0].value: phải là true hoặc false"
    )]
    [InlineData(
        """{ "name": "A", "channels": [{ "value": "Online", "texts": ["1"] }, { "value": "Postal", "texts": ["1"] }] }""",
        "channels: \"1\" có hai nghĩa"
    )]
    [InlineData(
        """{ "name": "A", "levels": [{ "value": "Full", "texts": ["1"], "validFrom": "2026-7-1" }] }""",
        "levels[0].validFrom: phải là ngày dạng 2026-07-01"
    )]
    [InlineData(
        """{ "name": "A", "levels": [{ "value": "Full", "texts": ["1"], "validFrom": "2026-07-02", "validTo": "2026-07-01" }] }""",
        "levels[0]: validFrom sau validTo"
    )]
    public void Every_fault_names_its_place(string json, string told) =>
        Should.Throw<InvalidDataException>(() => SourceProfile.Parse(json)).Message.ShouldStartWith(told);

    [Fact]
    public void One_text_may_mean_two_things_on_different_days() =>
        SourceProfile
            .Parse(
                """
                {
                  "name": "A", // a comment is no fault
                  "levels": [
                    { "value": "Full", "texts": ["1"], "validTo": "2026-06-30" },
                    { "value": "Partial", "texts": ["1"], "validFrom": "2026-07-01" }
                  ]
                }
                """
            )
            .Name.ShouldBe("A");
}
