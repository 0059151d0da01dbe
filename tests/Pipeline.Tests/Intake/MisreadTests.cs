using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>UTF-8 that a program took for another encoding and saved again.</summary>
public class MisreadTests
{
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Lĩnh vực;Ghi chú\n";
    private const string Field = "Hộ tịch – Chứng thực";
    private const string Table = Header + AnExport.Dossier + ";10/03/2022;Đã trả kết quả;" + Field + ";\n";

    [Fact]
    public void Read_as_Windows_1252_and_saved_again_it_is_repaired() => ShouldBeTheDossier(AnEncoding.Misread(Table));

    [Fact]
    public void Read_as_Latin_1_and_saved_again_it_is_repaired() =>
        ShouldBeTheDossier(AnEncoding.MisreadAsLatin1(Table));

    [Fact]
    public void It_is_repaired_in_a_workbook()
    {
        object?[][] rows = [.. AnEncoding.Misread(Table).TrimEnd().Split('\n').Select(line => line.Split(';'))];
        AnExport.FieldOf(AWorkbook.Of(rows), Field).ShouldBe(Field);
    }

    [Fact]
    public void Every_letter_comes_back()
    {
        var letters = AnEncoding.Lower.Chunk(20).Concat(AnEncoding.Lower.ToUpperInvariant().Chunk(20)).ToList();
        var fields = letters.Select((some, i) => $"{(char)('B' + i)} {new string(some)}").ToList();
        var lines = fields.Select((field, i) => $"H20.19-220310-00{10 + i};10/03/2022;;{field};");
        var content = Encoding.UTF8.GetBytes(AnEncoding.Misread(Header + string.Join('\n', lines)));
        AnExport.Of(fields).Read(AnExport.Upload(content)).Kept.Select(row => row.Field).ShouldBe(fields);
    }

    [Fact]
    public void Sound_cells_among_misread_ones_stay_as_they_are()
    {
        var mixed =
            $"{AnEncoding.Misread(Header)}{AnExport.Dossier};10/03/2022;Đã trả kết quả;Chứng thực;{AnEncoding.Misread("đã gọi")}\n";
        var row = AnExport.Read(mixed).OnlyRow();
        (row.Status, row.Field).ShouldBe((Status.Done, "Chứng thực"));
    }

    [Fact]
    public void Misread_cells_under_sound_headers_are_repaired()
    {
        var mixed = Header + AnEncoding.Misread(Table.Split('\n')[1]);
        AnExport.Read(mixed).OnlyRow().Status.ShouldBe(Status.Done);
        AnExport.FieldOf(mixed, Field).ShouldBe(Field);
    }

    [Theory]
    [InlineData("\u00A0", " ")] // "à" lost its second byte to a blank
    [InlineData("\u0090", "")] // "Đ"
    [InlineData("\u0081", "?")] // "ề"
    [InlineData("º", "\uFFFD")]
    public void With_letters_lost_it_waits_in_quarantine(string from, string to)
    {
        var text = AnEncoding.Misread(Table.Replace("Hộ tịch", "Hành chính Đề nghị mạng", StringComparison.Ordinal));
        var broken = text.Replace(from, to, StringComparison.Ordinal);
        broken.ShouldNotBe(text);
        var reading = AnExport.Read(broken);
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Fault(FaultCodes.TextDamaged).Message.ShouldContain("Hãy xuất lại");
    }

    [Fact]
    public void The_line_of_a_lost_letter_that_would_be_kept_is_told()
    {
        var broken = AnEncoding.Misread(Table).Replace("Ã", "?", StringComparison.Ordinal);
        var reading = AnExport.Read(Header + broken.Split('\n')[1].Replace("»™", "»?", StringComparison.Ordinal));
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Fault(FaultCodes.TextDamaged).Line.ShouldBe(2);
    }

    [Fact]
    public void A_lost_letter_that_leaves_a_likely_text_is_found()
    {
        var broken = AnEncoding.Misread(Table.Replace("Hộ tịch – Chứng thực", "Cà Mau", StringComparison.Ordinal));
        var reading = AnExport.Read(broken.Replace("CÃ\u00A0", "CÃ ", StringComparison.Ordinal));
        reading.Fault(FaultCodes.TextDamaged).Line.ShouldBe(2);
    }

    [Fact]
    public void What_is_lost_where_nothing_is_kept_harms_nothing() =>
        ShouldBeTheDossier(
            AnEncoding
                .Misread(Table.Insert(Table.Length - 1, "Cà Mau"))
                .Replace("CÃ\u00A0", "C? ", StringComparison.Ordinal)
        );

    [Fact]
    public void A_broken_byte_in_UTF_8_harms_nothing_where_nothing_is_kept()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Table.TrimEnd()), 0xE1, 0xBB, (byte)'\n'];
        var reading = AnExport.Read(content);
        AnExport.FieldOf(content, Field).ShouldBe(Field);
        reading.Format.ShouldStartWith("UTF-8 (có chỗ hỏng), dấu ';'");
    }

    [Fact]
    public void A_broken_byte_in_a_kept_cell_of_UTF_8_sends_the_file_to_quarantine()
    {
        byte[] content = Encoding.UTF8.GetBytes(Table);
        content[content.AsSpan().IndexOf(Encoding.UTF8.GetBytes("ị"))] = (byte)'?';
        var reading = AnExport.Read(content);
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Fault(FaultCodes.TextDamaged).Line.ShouldBe(2);
    }

    private static void ShouldBeTheDossier(string text)
    {
        var reading = AnExport.Read(text);
        reading.OnlyRow().Status.ShouldBe(Status.Done);
        AnExport.FieldOf(text, Field).ShouldBe(Field);
        reading.Format.ShouldBe("UTF-8, dấu ';', chữ UTF-8 bị đọc nhầm thành Windows-1252, tiêu đề ở dòng 1");
    }
}
