using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HostileWorkbookTests
{
    private static readonly byte[] Sound = AWorkbook.Of(
        AWorkbook.Header,
        [AnExport.Dossier, "10/03/2022", null, null, null]
    );

    [Theory]
    [InlineData("sheet1.xml")]
    [InlineData("workbook.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    public void A_document_type_is_never_opened(string entry)
    {
        const string Dtd = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";
        var content = AWorkbook.Rewrite(
            Sound,
            entry,
            xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, Dtd)
        );
        Refused(content, FaultCodes.UnsafeXml);
    }

    [Fact]
    public void A_package_cut_off_is_corrupt() => Refused(Sound[..(Sound.Length / 2)], FaultCodes.Corrupt);

    [Fact]
    public void Broken_XML_is_corrupt() =>
        Refused(
            AWorkbook.Rewrite(Sound, "sheet1.xml", xml => xml.Replace("</x:row>", "", StringComparison.Ordinal)),
            FaultCodes.Corrupt
        );

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var content = (byte[])Sound.Clone();
            for (var i = 0; i < 5; i++)
                content[random.Next(4, content.Length)] = (byte)random.Next(256);
            AnExport.Read(content).Outcome.ShouldBeOneOf([.. Enum.GetValues<Outcome>()]);
        }
    }

    [Fact]
    public void Another_kind_of_package_is_no_table() =>
        Refused(Zip(("word/document.xml", "<a/>")), FaultCodes.NotATable);

    [Fact]
    public void An_OpenDocument_sheet_waits_in_quarantine() =>
        AnExport
            .Read(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")))
            .Outcome.ShouldBe(Outcome.Quarantined);

    [Fact]
    public void Too_many_entries_are_refused() =>
        Refused(Zip([.. Enumerable.Range(0, 2_001).Select(n => ($"xl/{n}", ""))]), FaultCodes.UnpacksTooLarge);

    [Fact]
    public void More_than_may_be_unpacked_is_refused_without_unpacking()
    {
        IntakeLimits.Standard.UnpackedBytes.ShouldBe(200L * 1024 * 1024);
        var reader = new ExportReader(AnExport.Register, SourceProfile.Default)
        {
            Limits = IntakeLimits.Standard with { UnpackedBytes = 1024 * 1024 },
        };
        var content = Zip(("xl/worksheets/sheet1.xml", new string(' ', 1024 * 1024 + 1)));
        reader.Read(AnExport.Upload(content)).Fault(FaultCodes.UnpacksTooLarge);
    }

    [Fact]
    public void A_package_packed_abnormally_tight_is_refused() =>
        Refused(Zip(("xl/worksheets/sheet1.xml", new string(' ', 20 * 1024 * 1024))), FaultCodes.UnpacksTooLarge);

    [Fact]
    public void A_size_that_lies_gains_nothing()
    {
        const string Padding = "<!--";
        var content = AWorkbook.Rewrite(
            Sound,
            "[Content_Types].xml",
            xml => xml + Padding + new string(' ', 20 * 1024 * 1024) + "-->"
        );
        DeclareSmaller(content, 20 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(content, FaultCodes.Corrupt);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5 * 1024 * 1024);
    }

    [Fact]
    public void Shared_texts_that_fill_the_memory_are_refused()
    {
        var reader = new ExportReader(AnExport.Register, SourceProfile.Default)
        {
            Limits = IntakeLimits.Standard with { SharedCharacters = 10 },
        };
        object?[][] rows = [AWorkbook.Header, [AWorkbook.Shared(0), "10/03/2022", null, null, null]];
        var texts = new[]
        {
            $"<x:t xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{AnExport.Dossier}</x:t>",
        };
        var content = AWorkbook.Make(
            [("S", DocumentFormat.OpenXml.Spreadsheet.SheetStateValues.Visible, rows)],
            shared: texts
        );
        reader.Read(AnExport.Upload(content)).Faults[0].Code.ShouldBe(FaultCodes.UnpacksTooLarge);
    }

    private static void Refused(byte[] content, string code)
    {
        var reading = AnExport.Read(content);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Faults[0].Code.ShouldBe(code);
    }

    /// <summary>Puts 100 into the directory where an entry's unpacked size is at least <paramref name="size"/>.</summary>
    private static void DeclareSmaller(byte[] zip, int size)
    {
        for (var at = 0; at + 46 < zip.Length; at++)
        {
            var isEntry = BitConverter.ToUInt32(zip, at) == 0x02014b50 && BitConverter.ToInt32(zip, at + 24) >= size;
            if (isEntry)
                BitConverter.TryWriteBytes(zip.AsSpan(at + 24), 100);
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
