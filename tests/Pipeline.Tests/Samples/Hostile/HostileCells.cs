using CCHC.Pipeline.Intake;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileTexts;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Cells too large, too many, or not what they look like.</summary>
internal static class HostileCells
{
    private const string Rest = ";10/03/2022;;Đang xử lý;Trực tiếp;Hộ tịch;";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Accepted("a giant note", size => Row(SoundTable.Row(1, note: Long(size)))),
        Partly("a giant code", FaultCodes.CodeBad, size => Row(Long(size) + Rest)),
        Partly("a giant status", FaultCodes.StatusUnknown, size => Row(Code(1) + ";10/03/2022;;" + Long(size) + ";;;")),
        Partly(
            "a giant date",
            FaultCodes.DateBad,
            size => Row(Code(1) + ";" + new string('1', Room(size)) + ";;Đang xử lý;;;")
        ),
        Accepted("a giant field", size => Row(SoundTable.Row(1, field: Long(size)))),
        Partly(
            "a row of a million cells",
            FaultCodes.TooManyCells,
            size => Row(SoundTable.Row(1) + string.Concat(Enumerable.Repeat(";x", Room(size) / 2)))
        ),
        Accepted(
            "a header of a million columns",
            size => Utf8(SoundTable.Header + new string(';', Room(size)) + "x\n" + SoundTable.Row(1))
        ),
        Partly(
            "a formula as channel",
            FaultCodes.Formula,
            _ => Row(Code(1) + ";10/03/2022;;Đang xử lý;=HYPERLINK(\"\"http://x\"\");;")
        ),
        Partly("a command as code", FaultCodes.Formula, _ => Row("=cmd|' /C calc'!A0" + Rest)),
        Partly("a plus as code", FaultCodes.CodeBad, _ => Row("+84912345678" + Rest)),
        Partly("a minus as code", FaultCodes.CodeBad, _ => Row("-2+3" + Rest)),
        Partly("an at sign as code", FaultCodes.CodeBad, _ => Row("@SUM(A1)" + Rest)),
        Accepted(
            "formulas where nothing is kept",
            _ => Row(SoundTable.Row(1, note: "=1+1"), SoundTable.Row(2, note: "@x"))
        ),
        .. LookAlikes.Select(code => Partly($"code {code.Name}", FaultCodes.CodeBad, _ => Row(code.Text + Rest))),
    ];

    /// <summary>Codes that look like 000.19.05.H20-220310-0001.</summary>
    private static IEnumerable<(string Name, string Text)> LookAlikes =>
        [
            ("with the letter O", "000.19.05.H2O-220310-0001"),
            ("with a Cyrillic letter", "000.19.05.\u041D20-220310-0001"),
            ("in full-width digits", "\uFF10\uFF10\uFF10.19.05.H20-220310-0001"),
            ("in Arabic digits", "000.19.05.H20-22031\u0660-0001"),
            ("with its end from right to left", "000.19.05.H20-\u202E220310-0001"),
            ("with a combining mark", "000.19.05.H\u030120-220310-0001"),
        ];

    /// <summary>Codes with what nobody can see, or an editor's dash: still that code.</summary>
    private static IEnumerable<(string Name, string Text)> Dressed =>
        [
            ("with another hyphen", "000.19.05.H20\u2010220310\u20100001"),
            ("from right to left", "\u202E000.19.05.H20-220310-0001\u202C"),
            ("with a zero-width space inside", "000.19.05.H20-\u200B220310-0001"),
            ("with a right-to-left mark inside", "000.19.05.H20-\u200F220310-0001"),
        ];

    private static byte[] Row(params string[] rows) => SoundTable.Bytes(rows);

    private static string Code(int number) => $"000.19.05.H20-220310-000{number}";

    private static int Room(int size) => size - 2_000;

    private static string Long(int size) => new('x', Room(size));
}
