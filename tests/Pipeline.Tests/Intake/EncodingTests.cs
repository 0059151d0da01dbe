using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class EncodingTests
{
    private const string Headers = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực\n";
    private const string Table = $"{Headers}{AnExport.Dossier};10/03/2022;Đang xử lý;Hộ tịch\n";

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void An_old_encoding_is_found_by_the_headers(string encoding)
    {
        var reading = AnExport.Read(AnEncoding.Write(Table, encoding));
        ShouldBeTheDossier(reading);
        reading.Format.ShouldBe($"{encoding}, dấu ';', tiêu đề ở dòng 1");
    }

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void Under_headers_without_diacritics_the_values_tell_the_encoding(string encoding)
    {
        var bare = Table.Replace(Headers, "Ma ho so;Ngay tiep nhan;Trang thai;Linh vuc\n", StringComparison.Ordinal);
        ShouldBeTheDossier(AnExport.Read(AnEncoding.Write(bare, encoding)));
    }

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void Old_fonts_in_a_workbook_are_read(string encoding)
    {
        var rows = Table
            .TrimEnd()
            .Split('\n')
            .Select(line => line.Split(';').Select(cell => (object?)AnEncoding.Image(cell, encoding)).ToArray());
        var reading = AnExport.Read(AWorkbook.Of([.. rows]));
        ShouldBeTheDossier(reading);
        reading.Format.ShouldBe($"XLSX, trang thứ 1, chữ {encoding}, tiêu đề ở dòng 1");
    }

    [Fact]
    public void Beside_old_fonts_numbers_and_formulas_stay_what_they_are()
    {
        object?[] header = [.. Headers.TrimEnd().Split(';').Select(cell => AnEncoding.Image(cell, "VNI"))];
        var rows = AWorkbook.Of(
            header,
            ["H20.19-220310-0001", 44630.0, AnEncoding.Image("Đang xử lý", "VNI"), null],
            ["H20.19-220310-0002", 44630.0, AWorkbook.Formula("A1", AnEncoding.Image("Đang xử lý", "VNI")), null]
        );
        var reading = AnExport.Read(rows);
        reading.Kept.ShouldHaveSingleItem().Received.ShouldBe(new DateOnly(2022, 3, 10));
        reading.Fault(FaultCodes.Formula).Column.ShouldBe("Trạng thái");
    }

    [Fact]
    public void The_day_in_a_title_is_read_in_an_old_encoding()
    {
        var titled = "BÁO CÁO HỒ SƠ đến ngày 14 tháng 3 năm 2022\n" + Table;
        AnExport.Read(AnEncoding.Write(titled, "VISCII"), "ho-so.csv").AsOf.ShouldBe(new DateOnly(2022, 3, 14));
    }

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void Text_of_old_fonts_saved_as_Unicode_is_read(string encoding)
    {
        var reading = AnExport.Read(AnEncoding.Image(Table, encoding));
        ShouldBeTheDossier(reading);
        reading.Format.ShouldBe($"UTF-8, dấu ';', chữ {encoding}, tiêu đề ở dòng 1");
    }

    [Theory]
    [MemberData(nameof(AnEncoding.Names), MemberType = typeof(AnEncoding))]
    public void Every_small_letter_is_read(string encoding) => ShouldRead(AnEncoding.Lower, encoding);

    [Theory]
    [InlineData("VISCII")]
    [InlineData("VNI")]
    [InlineData("Windows-1258")]
    public void Every_capital_is_read(string encoding) => ShouldRead(AnEncoding.Lower.ToUpperInvariant(), encoding);

    [Fact]
    public void The_seven_capitals_of_TCVN3_are_read() => ShouldRead(AnEncoding.Tcvn3Capitals, "TCVN3 (ABC)");

    [Fact]
    public void Letters_that_Windows_1258_has_with_their_tone_are_read()
    {
        var bytes = AnEncoding.Write($"{Headers}{AnExport.Dossier};10/03/2022;;", "Windows-1258");
        AnExport.FieldOf([.. bytes, .. Encoding.Latin1.GetBytes("àáèéíóùú")], "àáèéíóùú").ShouldBe("àáèéíóùú");
    }

    [Fact]
    public void Letters_taken_apart_are_kept_in_one_piece() =>
        AnExport.Read(Table.Normalize(NormalizationForm.FormD)).OnlyRow().Field.ShouldBe("Hộ tịch");

    private static void ShouldRead(string letters, string encoding)
    {
        var fields = letters.Chunk(20).Select((some, i) => $"{(char)('B' + i)} {new string(some)}").ToList();
        var lines = fields.Select((field, i) => $"H20.19-220310-000{i};10/03/2022;;{field}");
        var content = AnEncoding.Write(Headers + string.Join('\n', lines), encoding);
        var reading = AnExport.Of(fields).Read(AnExport.Upload(content));
        reading.Kept.Select(row => row.Field).ShouldBe(fields);
    }

    private static void ShouldBeTheDossier(ExportReading reading)
    {
        var row = reading.OnlyRow();
        row.Status.ShouldBe(Status.Processing);
        row.Field.ShouldBe("Hộ tịch");
        reading.Columns.ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Status | KeptColumns.Field);
    }
}
