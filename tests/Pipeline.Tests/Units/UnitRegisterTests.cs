using System.Globalization;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Units;

/// <summary>domain.md §2: a unit is a code with a validity interval; codes were reused, one unit was split.</summary>
public class UnitRegisterTests
{
    private const string Header = "code,name,kind,parent,valid_from,valid_to,successors\n";
    private const string Town = "29971,Thị trấn Thường Thới Tiền,town,870,,2025-06-30,29971\n";
    private const string Commune = "29971,Xã Thường Phước,commune,82,2025-07-01,,\n";
    private const string Split = "29995,Xã Phú Thuận B,commune,870,,2025-06-30,29992;30154\n";

    private static readonly UnitRegister Register = new(UnitCsv.Parse(Header + Town + Commune + Split));

    [Theory]
    [InlineData("2022-03-14", "29971")]
    [InlineData("2025-06-30", "29971")]
    [InlineData("2025-07-01", "29971-20250701")]
    [InlineData("2026-01-01", "29971-20250701")]
    public void A_reused_code_belongs_to_its_holder_of_the_day(string day, string id)
    {
        Register.HolderOn("29971", Day(day))!.Id.ShouldBe(id);
        Register.Resolve("29971", Day(day))!.Id.ShouldBe(id);
        Register.ValidOn(Day(day)).ShouldContain(unit => unit.Id == id);
    }

    [Fact]
    public void An_id_names_one_holder_for_ever()
    {
        Register.Find("29971")!.Name.ShouldBe("Thị trấn Thường Thới Tiền");
        Register.Find("29971-20250701")!.Name.ShouldBe("Xã Thường Phước");
        Register.Resolve("29971-20250701", Day("2022-01-01"))!.Name.ShouldBe("Xã Thường Phước");
    }

    [Fact]
    public void A_split_units_code_has_no_holder_after_the_split()
    {
        Register.HolderOn("29995", Day("2025-07-01")).ShouldBeNull();
        Register.Resolve("29995", Day("2025-07-01"))!.Name.ShouldBe("Xã Phú Thuận B");
        Register.Find("29995")!.Successors.ShouldBe(["29992", "30154"]);
        Register.ValidOn(Day("2025-07-01")).Select(unit => unit.Id).ShouldBe(["29971-20250701"]);
    }

    [Fact]
    public void An_unknown_code_is_nobodys()
    {
        Register.Knows("29971").ShouldBeTrue();
        Register.Knows("29971-20250701").ShouldBeFalse();
        Register.Knows("00000").ShouldBeFalse();
        Register.HolderOn("00000", Day("2022-01-01")).ShouldBeNull();
        Register.Resolve("00000", Day("2022-01-01")).ShouldBeNull();
    }

    [Theory]
    [InlineData("29971,A,town,870,,2025-07-01,\n29971,B,commune,82,2025-07-01,,")]
    [InlineData("29971,A,town,870,,,\n29971,B,commune,82,2025-07-01,,")]
    [InlineData("29971,A,town,870,,,\n29971,B,commune,82,,,")]
    [InlineData("29971,A,town,870,2025-07-01,,\n29971,B,commune,82,2025-07-01,,")]
    public void Two_holders_of_one_code_on_one_day_are_refused(string lines) =>
        Should
            .Throw<InvalidDataException>(() => new UnitRegister(UnitCsv.Parse(Header + lines)))
            .Message.ShouldContain("29971");

    [Theory]
    [InlineData("2997,A,town,870,,,", "2997")]
    [InlineData("２９９７１,A,town,870,,,", "5 chữ số")]
    [InlineData("29971,,town,870,,,", "tên")]
    [InlineData("29971,A,town,870,31/6/2025,,", "31/6/2025")]
    [InlineData("29971,A,town,870,2025-07-01,2025-06-30,", "valid_to")]
    public void A_faulty_line_is_refused_with_its_number(string line, string named)
    {
        var fault = Should.Throw<InvalidDataException>(() => UnitCsv.Parse(Header + Split + line));
        fault.Message.ShouldStartWith("Dòng 3:");
        fault.Message.ShouldContain(named);
    }

    [Fact]
    public void A_decomposed_name_is_stored_composed() =>
        UnitCsv
            .Parse(Header + Town.Normalize(System.Text.NormalizationForm.FormD))[0]
            .Name.ShouldBe("Thị trấn Thường Thới Tiền");

    [Fact]
    public void A_list_as_a_spreadsheet_writes_it_is_read()
    {
        var csv =
            "\uFEFF"
            + (Header + "29956,\"Xã \"\"Thường Phước\"\" 1, cũ\",commune,870,,,\n\n").ReplaceLineEndings("\r\n");
        UnitCsv.Parse(csv).ShouldHaveSingleItem().Name.ShouldBe("Xã \"Thường Phước\" 1, cũ");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
