using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Tests.Samples.Matrix;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Zip archives that are, or pretend to be, workbooks.</summary>
internal static class HostilePackages
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Refused("a bomb of one ratio", FaultCodes.UnpacksTooLarge, _ => Padded(190, 1)),
        Refused("a bomb of many parts", FaultCodes.UnpacksTooLarge, _ => Padded(3, 100)),
        Refused("5,000 entries", FaultCodes.UnpacksTooLarge, _ => ManyEntries(5_000)),
        Refused("60,000 entries", FaultCodes.UnpacksTooLarge, _ => ManyEntries(60_000)),
        Refused("archives in an archive", FaultCodes.NotATable, _ => Zip(("a.zip", Nested(4)), ("b.zip", Nested(4)))),
        Accepted("a workbook with an archive in it", _ => With(("xl/embeddings/a.zip", Nested(4)))),
        Refused(
            "sizes that lie",
            FaultCodes.Corrupt,
            _ => Lying(Rewritten(Sheet, xml => xml + new string(' ', 20_000_000)))
        ),
        Refused("a package cut in half", FaultCodes.Corrupt, _ => Sound()[..^(Sound().Length / 2)]),
        Refused("only the beginning of a package", FaultCodes.Corrupt, _ => Sound()[..40]),
        Refused("an empty package", FaultCodes.NotATable, _ => Zip()),
        Refused("entities in the sheet", FaultCodes.UnsafeXml, _ => Laughing(Sheet)),
        Refused("entities in the shared texts", FaultCodes.UnsafeXml, _ => Laughing("xl/sharedStrings.xml")),
        Refused("entities in the workbook", FaultCodes.UnsafeXml, _ => Laughing("xl/workbook.xml")),
        Refused("entities in the relations", FaultCodes.UnsafeXml, _ => Laughing("_rels/.rels")),
        Accepted("a relation to the outside", _ => Rewritten("xl/_rels/workbook.xml.rels", Outside)),
        Refused("a document", FaultCodes.NotATable, _ => Zip(("word/document.xml", "<a/>"u8.ToArray()))),
        Refused("names that climb", FaultCodes.NotATable, _ => Zip(("../../etc/passwd", "x"u8.ToArray()))),
        Accepted("names that climb beside a workbook", _ => With(("../../x.xml", "<a/>"u8.ToArray()))),
    ];

    public static byte[] Sound() =>
        new WorkbookWriting(text => text).Write(Table(SoundTable.Row(1), SoundTable.Row(2)));

    public static SheetCell?[][] Table(params string[] rows) =>
        [
            .. rows.Prepend(SoundTable.Header)
                .Select(row => row.Split(';').Select(text => new SheetCell(text)).ToArray()),
        ];

    /// <summary>A sound workbook with one part's XML changed.</summary>
    public static byte[] Rewritten(string part, Func<string, string> rewrite)
    {
        var parts = Parts(Sound());
        return Zip([
            .. parts.Select(one =>
                (
                    one.Name,
                    one.Name == part
                        ? Encoding.UTF8.GetBytes(rewrite(Encoding.UTF8.GetString(one.Content)))
                        : one.Content
                )
            ),
        ]);
    }

    private static byte[] Laughing(string part) =>
        Rewritten(part, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, Laughs));

    private static string Outside(string relations) =>
        relations.Replace(
            "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"http://127.0.0.1:9/x\" TargetMode=\"External\"/></Relationships>",
            StringComparison.Ordinal
        );

    /// <summary>Parts of blanks, so many megabytes each.</summary>
    private static byte[] Padded(int megabytes, int parts)
    {
        var blanks = new byte[megabytes * 1024 * 1024];
        blanks.AsSpan().Fill((byte)' ');
        return With([.. Enumerable.Range(2, parts).Select(number => ($"xl/worksheets/sheet{number}.xml", blanks))]);
    }

    private static byte[] ManyEntries(int count) =>
        With([.. Enumerable.Range(0, count).Select(number => ($"xl/media/{number}", Array.Empty<byte>()))]);

    private static byte[] Nested(int levels) =>
        levels == 0 ? new byte[1024 * 1024] : Zip(("a.zip", Nested(levels - 1)), ("b.zip", Nested(levels - 1)));

    private static byte[] With(params (string Name, byte[] Content)[] more) => Zip([.. Parts(Sound()), .. more]);

    private static (string Name, byte[] Content)[] Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var content = new MemoryStream();
                using var packed = entry.Open();
                packed.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    /// <summary>The directory says 100 bytes where an entry unpacks to megabytes.</summary>
    private static byte[] Lying(byte[] zip)
    {
        for (var at = 0; at + 46 < zip.Length; at++)
        {
            var entry = zip.AsSpan(at);
            if (
                BinaryPrimitives.ReadUInt32LittleEndian(entry) == 0x02014b50
                && BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]) > 1_000_000
            )
                BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], 100);
        }
        return zip;
    }
}
