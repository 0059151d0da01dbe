using System.IO.Compression;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>The same 1,000 dossiers in every combination of format, encoding and layout are the same dossiers.</summary>
public class MatrixTests
{
    public static MatrixTheoryData<char, string> TextFiles => new([',', ';', '\t'], CodePages.OfText);
    public static TheoryData<string> PageEncodings => [.. CodePages.OfText];
    public static TheoryData<string> CellEncodings => [.. CodePages.OfCells];

    /// <summary>The yardstick of the yardstick: worked out by the script, not by this program.</summary>
    [Fact]
    public void A_thousand_dossiers_of_every_kind_are_expected()
    {
        var rows = Sheets.JournalRows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t'));
        rows.Count().ShouldBe(1000);
        rows.Select(row => row[5]).Distinct().Count().ShouldBe(Enum.GetValues<Status>().Length);
        rows.Select(row => row[6]).Distinct().Order().ShouldBe(["", "InPerson", "Online", "Postal"]);
    }

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void As_text(char separator, string encoding) =>
        ShouldBeTheSame(sheet => CodePages.Encode(Writing.Separated(sheet, separator), encoding));

    [Theory]
    [MemberData(nameof(PageEncodings))]
    public void As_a_page_saved_as_a_workbook(string encoding) =>
        ShouldBeTheSame(sheet => CodePages.Encode(Writing.Html(sheet), encoding));

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("windows-1258", "windows-1258")]
    [InlineData("windows-1258-marks", "windows-1258")]
    [InlineData("tcvn3", "windows-1252")]
    [InlineData("vni", "windows-1252")]
    [InlineData("mojibake", "utf-8")]
    public void As_a_page_that_names_a_charset(string encoding, string charset) =>
        ShouldBeTheSame(sheet => CodePages.Encode(Writing.Html(sheet, charset), encoding));

    [Theory]
    [MemberData(nameof(CellEncodings))]
    public void As_a_workbook(string encoding) =>
        ShouldBeTheSame(sheet => new WorkbookWriting(text => CodePages.Image(text, encoding)).Write(sheet));

    [Theory]
    [MemberData(nameof(CellEncodings))]
    public void As_an_old_workbook_by_LibreOffice(string encoding)
    {
        using var workbooks = new ZipArchive(new MemoryStream(SampleFolder.Bytes("matrix", "workbooks.zip")));
        foreach (var layout in Sheets.ByLayout.Keys)
        {
            using var packed = workbooks.GetEntry($"{layout}.{encoding}.xls").ShouldNotBeNull().Open();
            using var content = new MemoryStream();
            packed.CopyTo(content);
            SameDossiers.ShouldBeIn(content.ToArray(), layout);
        }
    }

    private static void ShouldBeTheSame(Func<SheetCell?[][], byte[]> write)
    {
        foreach (var (layout, sheet) in Sheets.ByLayout)
            SameDossiers.ShouldBeIn(write(sheet), layout);
    }
}
