using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

public sealed class FieldCsvTests
{
    [Fact]
    public void The_shipped_list_is_written_as_it_is_read()
    {
        var shipped = FieldCsv.Parse(Shipped.Fields);
        shipped.All.Count.ShouldBeGreaterThan(120);
        FieldCsv.Write(shipped.All).ShouldBe(Shipped.Fields);
    }

    [Fact]
    public void Every_field_of_a_shipped_office_is_listed() =>
        OfficeCsv
            .Parse(Shipped.Offices)
            .SelectMany(office => office.Fields)
            .Where(field => FieldList.Shipped.Find(field)?.Id != field)
            .ShouldBeEmpty();

    [Fact]
    public void Figures_under_a_spelling_of_before_belong_to_the_field_too()
    {
        FieldList.Shipped.IdsOf("tai-chinh-ngan-sach").ShouldBe(["tai-chinh-ngan-sach", "tai-chinh"]);
        FieldList.Shipped.IdsOf("nghe-muoi").ShouldBe(["nghe-muoi"]);
    }

    [Theory]
    [InlineData("Hộ tịch,\nHo tich,", "Dòng 3: \"Ho tich\" đã là tên của lĩnh vực Hộ tịch.")]
    [InlineData("Đất đai,Hộ tịch\nHộ tịch,", "Dòng 3: \"Hộ tịch\" đã là tên của lĩnh vực Đất đai.")]
    [InlineData(
        "0912 345 672,",
        "Dòng 2: tên lĩnh vực chỉ gồm chữ, dấu cách, dấu phẩy, gạch nối, không quá 100 ký tự."
    )]
    [InlineData(
        "Hộ tịch,x@y.vn",
        "Dòng 2: tên lĩnh vực chỉ gồm chữ, dấu cách, dấu phẩy, gạch nối, không quá 100 ký tự."
    )]
    [InlineData("Unknown,", "Dòng 2: \"Unknown\" không thể là tên lĩnh vực.")]
    public void What_is_wrong_is_named_with_its_line(string lines, string message) =>
        Should
            .Throw<InvalidDataException>(() => FieldCsv.Parse($"name,other_names\n{lines}\n"))
            .Message.ShouldBe(message);

    [Fact]
    public void An_id_is_the_slug_of_the_name() =>
        Should
            .Throw<InvalidDataException>(() => FieldCsv.Parse("id,name\nht,Hộ tịch\n"))
            .Message.ShouldBe("Dòng 2: id phải là ho-tich (tên không dấu) hoặc để trống.");

    [Fact]
    public void A_listed_field_keeps_the_row_key_its_name_had() =>
        FieldList.Shipped.All.ShouldAllBe(field => Keys.FieldSuffix(field.Id) == Keys.FieldSuffix(Slug.Of(field.Name)));
}
