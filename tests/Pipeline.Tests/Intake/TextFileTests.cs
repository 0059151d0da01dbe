using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class TextFileTests
{
    private const string Table = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n" + AnExport.Dossier + ";10/03/2022;Đang xử lý\n";

    [Theory]
    [InlineData("utf-8", true, "UTF-8 (BOM)")]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16LE (BOM)")]
    [InlineData("utf-16", false, "UTF-16LE")]
    [InlineData("utf-16BE", true, "UTF-16BE (BOM)")]
    [InlineData("utf-16BE", false, "UTF-16BE")]
    public void Unicode_is_read_with_and_without_its_mark(string name, bool mark, string format)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Table)];
        var reading = AnExport.Read(content);
        reading.OnlyRow().Status.ShouldBe(Status.Processing);
        reading.Format.ShouldBe($"{format}, dấu ';', tiêu đề ở dòng 1");
    }

    [Theory]
    [InlineData(',', "dấu ','")]
    [InlineData(';', "dấu ';'")]
    [InlineData('\t', "dấu tab")]
    [InlineData('|', "dấu '|'")]
    public void The_separator_is_found_by_the_headers(char separator, string said)
    {
        var title = "Một, hai; ba,,,,;;;;,;,;,;,;,;\n";
        var reading = AnExport.Read(title + Table.Replace(';', separator));
        reading.Accepted.ShouldBe(1);
        reading.Format.ShouldContain(said);
    }

    [Fact]
    public void The_content_decides_not_the_extension() =>
        AnExport.Read(Table, "2022-03-15.xlsx").Outcome.ShouldBe(Outcome.Accepted);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_by_where_a_record_starts(string end)
    {
        var lines =
            $"Mã hồ sơ;Ghi chú;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};\"hai\ndòng \"\"và\"\" ;\";10/03/2022;\nh9;;10/03/2022;\n";
        var reading = AnExport.Read(lines.Replace("\n", end, StringComparison.Ordinal));
        reading.Accepted.ShouldBe(1);
        reading.Fault(FaultCodes.CodeBad).Line.ShouldBe(4);
    }

    [Fact]
    public void A_last_line_without_an_end_is_a_line() => AnExport.Read(Table.TrimEnd('\n')).Accepted.ShouldBe(1);

    [Fact]
    public void A_quote_inside_a_text_is_a_character()
    {
        var csv = $"Mã hồ sơ;Ghi chú;Ngày tiếp nhận;Trạng thái\n{AnExport.Dossier};tổ \"5;10/03/2022;\n";
        AnExport.Read(csv).Accepted.ShouldBe(1);
    }

    [Fact]
    public void Quoted_cells_are_read_without_their_quotes() =>
        AnExport
            .FieldOf(
                $"\"Mã hồ sơ\";\"Ngày tiếp nhận\";\"Lĩnh vực\";\"Trạng thái\"\n\"{AnExport.Dossier}\";\"10/03/2022\";\"\"\"Hộ tịch\"\"\";\"\"\n",
                "\"Hộ tịch\""
            )
            .ShouldBe("\"Hộ tịch\"");

    [Fact]
    public void A_quoted_formula_is_a_formula() =>
        AnExport
            .Read($"Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n\"=A1&\"\"{AnExport.Dossier}\"\"\";10/03/2022;\n")
            .Fault(FaultCodes.Formula)
            .Column.ShouldBe("Mã hồ sơ");

    [Fact]
    public void A_NUL_refuses_the_file_with_its_line()
    {
        var reading = AnExport.Read(Table + "a\0b;;\n");
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Fault(FaultCodes.NulCharacter).Line.ShouldBe(3);
    }

    [Fact]
    public void Half_a_surrogate_pair_harms_nothing()
    {
        var text = Table
            .Replace("Trạng thái", "Lĩnh vực;Trạng thái", StringComparison.Ordinal)
            .Replace(";Đang", ";a\uFFFEb;Đang", StringComparison.Ordinal);
        AnExport.FieldOf(text, "ab").ShouldBe("ab");
    }
}
