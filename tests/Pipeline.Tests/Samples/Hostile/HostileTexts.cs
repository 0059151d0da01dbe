using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Tests.Samples.Matrix;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Text files at their largest, and texts that never end.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Refused("empty", FaultCodes.EmptyFile, _ => []),
        Refused("larger than allowed", FaultCodes.TooLarge, _ => new byte[Largest + 1]),
        Accepted("largest CSV", size => Utf8(SoundTable.Large(size, n => SoundTable.Row(n)))),
        .. CodePages
            .OfText.Where(encoding => encoding != "utf-8")
            .Select(encoding => Accepted($"largest CSV in {encoding}", size => Encoded(encoding, size))),
        Quarantined("one letter", FaultCodes.ColumnMissing, size => Filled(size, "a")),
        Quarantined("letters with marks", FaultCodes.ColumnMissing, size => Filled(size, "ế")),
        Quarantined("combining marks", FaultCodes.ColumnMissing, size => Filled(size, "\u0301")),
        Quarantined("line ends", FaultCodes.ColumnMissing, size => Filled(size, "\n")),
        Quarantined("separators", FaultCodes.ColumnMissing, size => Filled(size, ";")),
        Quarantined("separators and tabs and lines", FaultCodes.ColumnMissing, size => Filled(size, ";\t,\n")),
        Quarantined("quotes", FaultCodes.ColumnMissing, size => Filled(size, "\"")),
        Refused(
            "NUL after a byte order mark",
            FaultCodes.NulCharacter,
            size => [.. "\uFEFFa"u8, .. new byte[size - 4]]
        ),
        Refused("NUL in a row", FaultCodes.NulCharacter, _ => SoundTable.Bytes(SoundTable.Row(1), "a\0b")),
        Refused("a quote that never closes", FaultCodes.TooManyRefused, size => Unclosed(size)),
        Refused("a quote before every cell", FaultCodes.TooManyRefused, size => Opened(size)),
        Accepted("a header and titles", _ => Utf8(string.Concat(Enumerable.Repeat("x;\n", 20)) + SoundTable.Of())),
        Refused("every row faulty", FaultCodes.TooManyRefused, size => Utf8(SoundTable.Large(size, Faulty))),
        Accepted("every row another field", size => Utf8(SoundTable.Large(size, n => SoundTable.Row(n, Name(n))))),
        Accepted("one dossier again and again", size => Utf8(SoundTable.Large(size, _ => SoundTable.Row(1)))),
        Accepted("repeated headers", size => Utf8(SoundTable.Large(size - 64, _ => SoundTable.Header))),
        Refused("random bytes", FaultCodes.NulCharacter, size => Random(size)),
    ];

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Encoded(string encoding, int size) =>
        CodePages.Encode(
            SoundTable.Large(
                encoding.StartsWith("utf-16", StringComparison.Ordinal) ? size / 2 : size / 4 * 3,
                n => SoundTable.Row(n)
            ),
            encoding
        );

    private static byte[] Unclosed(int size) =>
        [.. SoundTable.Bytes(SoundTable.Row(1)), (byte)'"', .. Filled(size - 2_000, "a;b\n")];

    private static byte[] Opened(int size) =>
        [.. SoundTable.Bytes(SoundTable.Row(1)), .. Filled(size - 2_000, "\"x\"\"y;\"z\n")];

    private static string Faulty(int number) => $"h{number};hôm qua;mai;đang chạy;điện thoại;;";

    /// <summary>Letters only: a name with a long number is no field's.</summary>
    private static string Name(int number)
    {
        var name = new StringBuilder("Lĩnh vực ");
        for (; number > 0; number /= 26)
            name.Append((char)('a' + (number % 26)));
        return name.ToString();
    }

    public static byte[] Filled(int size, string unit)
    {
        var bytes = new byte[size];
        var filling = Encoding.UTF8.GetBytes(unit);
        for (var at = 0; at + filling.Length <= size; at += filling.Length)
            filling.CopyTo(bytes, at);
        return bytes[..(size / filling.Length * filling.Length)];
    }

    private static byte[] Random(int size)
    {
        var bytes = new byte[size];
        new Random(1).NextBytes(bytes);
        bytes[0] = (byte)'a';
        return bytes;
    }
}
