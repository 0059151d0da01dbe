using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HostilePackageTests
{
    private static readonly byte[] Sound = AWorkbook.Of(
        AWorkbook.Header,
        [AnExport.Dossier, "10/03/2022", null, null, "Trực tiếp"]
    );

    [Fact]
    public void A_package_cut_off_anywhere_is_corrupt()
    {
        for (var part = 1; part < 20; part++)
            Refused(Sound[..(Sound.Length * part / 20)], FaultCodes.Corrupt);
    }

    [Fact]
    public void A_changed_digit_is_noticed()
    {
        var stored = Repacked(Sound, CompressionLevel.NoCompression);
        AnExport.Read(stored).OnlyRow();
        stored[stored.AsSpan().IndexOf("220310"u8)] = (byte)'1';
        Refused(stored, FaultCodes.Corrupt);
    }

    [Fact]
    public void A_part_that_stands_twice_is_corrupt() =>
        Refused(Repacked(Sound, CompressionLevel.Fastest, ("xl/worksheets/SHEET1.xml", "<x/>")), FaultCodes.Corrupt);

    [Theory]
    [InlineData("worksheets/sheet1.xml", "worksheets/sheet9.xml")] // missing
    [InlineData("worksheets/sheet1.xml", "../../../etc/passwd")] // outside
    [InlineData("Target=\"/xl/worksheets", "TargetMode=\"External\" Target=\"file:///xl/worksheets")]
    public void A_relation_that_leads_nowhere_is_corrupt(string target, string other)
    {
        var content = AWorkbook.Rewrite(
            Sound,
            "workbook.xml.rels",
            xml => xml.Replace(target, other, StringComparison.Ordinal)
        );
        content.ShouldNotBe(Sound);
        Refused(content, FaultCodes.Corrupt);
    }

    [Fact]
    public void A_link_in_a_cell_harms_nothing_however_malformed()
    {
        const string Links = "<Relationships><Relationship Id=\"r\" Type=\"x/hyperlink\" Target=\"mailto:a@@b c\"/>";
        AnExport
            .Read(Repacked(Sound, CompressionLevel.Fastest, ("xl/worksheets/_rels/sheet1.xml.rels", Links)))
            .OnlyRow();
    }

    [Fact]
    public void Elements_without_end_are_corrupt() => Refused(InSheet(Times("<a>", 200_000)), FaultCodes.Corrupt);

    [Fact]
    public void A_giant_cell_is_refused() =>
        Refused(
            InSheet($"<x:row r=\"9\"><x:c><x:is><x:t>{Times("chữ ", 500_000)}</x:t></x:is></x:c></x:row>"),
            FaultCodes.UnpacksTooLarge
        );

    [Fact]
    public void A_cell_in_a_million_pieces_is_refused() =>
        Refused(
            InSheet($"<x:row r=\"9\"><x:c><x:v>{Times("aaa<!-- -->", 100_000)}</x:v></x:c></x:row>"),
            FaultCodes.UnpacksTooLarge
        );

    [Fact]
    public void A_giant_attribute_is_refused() =>
        Refused(InSheet($"<x:row r=\"9\" spans=\"{Times(">>>>>>>>>>", 200_000)}\"/>"), FaultCodes.UnpacksTooLarge);

    [Fact]
    public void A_million_columns_are_refused() =>
        Refused(
            InSheet($"<x:row r=\"9\">{Times("<x:c><x:v>1</x:v></x:c>", 1_000_000)}</x:row>"),
            FaultCodes.UnpacksTooLarge
        );

    [Theory]
    [InlineData("2000000000")]
    [InlineData("1048577")]
    public void A_row_beyond_those_of_any_sheet_is_refused(string row) =>
        Refused(InSheet($"<x:row r=\"{row}\"/>"), FaultCodes.UnpacksTooLarge);

    [Fact]
    public void Rows_out_of_their_order_are_corrupt() => Refused(InSheet("<x:row r=\"2\"/>"), FaultCodes.Corrupt);

    [Fact]
    public void A_cell_that_stands_twice_is_corrupt() =>
        Refused(InSheet("<x:row r=\"9\"><x:c r=\"B9\"/><x:c r=\"A9\"/></x:row>"), FaultCodes.Corrupt);

    [Fact]
    public void A_text_that_is_not_there_is_corrupt() =>
        Refused(InSheet("<x:row r=\"9\"><x:c t=\"s\"><x:v>7</x:v></x:c></x:row>"), FaultCodes.Corrupt);

    [Fact]
    public void Hundreds_of_thousands_of_entries_are_refused_unseen()
    {
        byte[] entry = [0x50, 0x4B, 0x01, 0x02, .. new byte[24], 1, .. new byte[17], (byte)'a'];
        byte[] content = [0x50, 0x4B, 0x03, 0x04, .. Enumerable.Repeat(entry, 100_000).SelectMany(one => one)];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(content, FaultCodes.UnpacksTooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void A_package_within_a_package_is_not_opened() =>
        AnExport.Read(Repacked(Sound, CompressionLevel.Fastest, ("bomb.zip", Times("PK\u0003\u0004", 1000)))).OnlyRow();

    private static byte[] InSheet(string xml) =>
        AWorkbook.Rewrite(
            Sound,
            "sheet1.xml",
            sheet => sheet.Replace("</x:sheetData>", xml + "</x:sheetData>", StringComparison.Ordinal)
        );

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    /// <summary>The same entries packed anew, and others.</summary>
    private static byte[] Repacked(byte[] package, CompressionLevel level, params (string Name, string Text)[] more)
    {
        using var stream = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package)))
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, level).Open();
                from.CopyTo(to);
            }
            foreach (var (name, text) in more)
            {
                using var to = target.CreateEntry(name, level).Open();
                to.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private static void Refused(byte[] content, string code)
    {
        var reading = AnExport.Read(content);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Faults[0].Code.ShouldBe(code);
    }
}
