using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A file that isn't read is named for what it is.</summary>
public class NamedKindTests
{
    private const string Table = "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Ghi chú\n";

    [Fact]
    public void A_flat_OpenDocument_is_named() =>
        Told(
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"u8
            )
            .ShouldContain(".fods");

    [Fact]
    public void Gnumeric_is_named()
    {
        Told([0x1F, 0x8B, 8, 0]).ShouldContain(".gnumeric");
        Told("<?xml version=\"1.0\"?><gnm:Workbook xmlns:gnm=\"http://www.gnumeric.org/v10.dtd\"/>"u8)
            .ShouldContain(".gnumeric");
    }

    [Fact]
    public void DBF_is_named()
    {
        var file = new byte[200];
        (file[0], file[1], file[2], file[3], file[8], file[64]) = (3, 122, 3, 15, 65, 0x0D);
        Told(file).ShouldContain("DBF");
    }

    [Fact]
    public void UTF_32_is_named()
    {
        Told([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Table)]).ShouldContain("UTF-32");
        var big = new UTF32Encoding(bigEndian: true, byteOrderMark: true);
        Told([.. big.GetPreamble(), .. big.GetBytes(Table)]).ShouldContain("UTF-32");
    }

    [Theory]
    [InlineData(";", "(;)")]
    [InlineData(",", "(,)")]
    [InlineData("|", "(|)")]
    [InlineData("\t", "tab")]
    public void Everything_in_column_A_names_the_separator(string separator, string told) =>
        Told(AWorkbook.Of([Table.TrimEnd().Replace(";", separator)], [$"{AnExport.Dossier}{separator}10/03/2022"]))
            .ShouldContain(told);

    private static string Told(ReadOnlySpan<byte> content)
    {
        var reading = AnExport.Read(content.ToArray());
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        return reading.Message;
    }
}
