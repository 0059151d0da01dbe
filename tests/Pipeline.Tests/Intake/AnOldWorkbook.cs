using System.Text;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A formula with the value it had when the workbook was saved.</summary>
internal sealed record OldFormula(object Cached);

internal sealed record OldSheetSpec(object?[][] Rows)
{
    public string Name { get; init; } = "Sheet1";
    public byte Hidden { get; init; }
    public byte Type { get; init; }

    /// <summary>Merged cells: first and last row, first and last column, from 0.</summary>
    public (ushort, ushort, ushort, ushort)[] Merged { get; init; } = [];
}

/// <summary>.xls workbooks written record by record as [MS-XLS] describes them.</summary>
internal sealed class AnOldWorkbook
{
    private readonly List<string> texts = [];

    public bool IsBiff5 { get; init; }
    public ushort CodePage { get; init; } = 1252;
    public bool Date1904 { get; init; }

    /// <summary>Records put before the sheets are listed.</summary>
    public byte[] First { get; init; } = [];

    public static byte[] Of(params object?[][] rows) => new AnOldWorkbook().Make(new OldSheetSpec(rows));

    public byte[] Make(params OldSheetSpec[] sheets) =>
        ACompoundFile.Of((IsBiff5 ? "Book" : "Workbook", Stream(sheets)));

    /// <summary>The workbook's stream without the compound file around it.</summary>
    public byte[] Stream(params OldSheetSpec[] sheets)
    {
        var parts = sheets.Select(Sheet).ToList();
        var length = Globals(sheets, [.. parts.Select(_ => 0)]).Length;
        var starts = parts.Select((_, index) => length + parts.Take(index).Sum(part => part.Length)).ToArray();
        return [.. Globals(sheets, starts), .. parts.SelectMany(part => part)];
    }

    public static byte[] Record(ushort id, params byte[] data) =>
        [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)data.Length), .. data];

    public static byte[] Number(params int[] values) =>
        [.. values.SelectMany(value => BitConverter.GetBytes((ushort)value))];

    private byte[] Globals(OldSheetSpec[] sheets, int[] starts) =>
        [
            .. Begin(5),
            .. First,
            .. Record(0x42, Number(IsBiff5 ? CodePage : 1200)),
            .. Record(0x22, Number(Date1904 ? 1 : 0)),
            .. sheets.SelectMany((sheet, index) => Listed(sheet, starts[index])),
            .. SharedTexts(),
            .. Record(0x0A),
        ];

    private byte[] Begin(int type) => Record(0x809, Number(IsBiff5 ? 0x500 : 0x600, type, 0x1234, 1997));

    private byte[] Listed(OldSheetSpec sheet, int start)
    {
        byte[] head = [.. BitConverter.GetBytes(start), sheet.Hidden, sheet.Type, (byte)sheet.Name.Length];
        return IsBiff5
            ? Record(0x85, [.. head, .. Encoding.Latin1.GetBytes(sheet.Name)])
            : Record(0x85, [.. head, 1, .. Encoding.Unicode.GetBytes(sheet.Name)]);
    }

    private byte[] SharedTexts()
    {
        var count = BitConverter.GetBytes(texts.Count);
        byte[] data = [.. count, .. count, .. texts.SelectMany(Text)];
        return texts.Count == 0 ? [] : Record(0xFC, data);
    }

    private static IEnumerable<byte> Text(string text) =>
        [.. Number(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    private byte[] Sheet(OldSheetSpec sheet)
    {
        var cells = sheet.Rows.SelectMany((row, line) => row.SelectMany((value, column) => Cell(line, column, value)));
        var merged = sheet.Merged.SelectMany(range => Number(range.Item1, range.Item2, range.Item3, range.Item4));
        return
        [
            .. Begin(0x10),
            .. cells,
            .. sheet.Merged.Length == 0 ? [] : Record(0xE5, [.. Number(sheet.Merged.Length), .. merged]),
            .. Record(0x0A),
        ];
    }

    private byte[] Cell(int line, int column, object? value)
    {
        var place = Number(line, column, 15);
        return value switch
        {
            null => [],
            string text when IsBiff5 => Label(place, text),
            string text => Record(0xFD, [.. place, .. BitConverter.GetBytes(Shared(text))]),
            double number => Record(0x203, [.. place, .. BitConverter.GetBytes(number)]),
            int number => Record(0x27E, [.. place, .. BitConverter.GetBytes((number << 2) | 2)]),
            bool flag => Record(0x205, [.. place, flag ? (byte)1 : (byte)0, 0]),
            OldFormula { Cached: string text } =>
            [
                .. Record(0x06, [.. place, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]),
                .. Record(0x207, [.. Text(text)]),
            ],
            OldFormula { Cached: double number } => Record(
                0x06,
                [.. place, .. BitConverter.GetBytes(number), .. new byte[8]]
            ),
            byte[] record => record,
            _ => throw new ArgumentException("No such cell.", nameof(value)),
        };
    }

    private byte[] Label(byte[] place, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(CodePage)!.GetBytes(text);
        return Record(0x204, [.. place, .. Number(bytes.Length), .. bytes]);
    }

    private int Shared(string text)
    {
        if (!texts.Contains(text, StringComparer.Ordinal))
            texts.Add(text);
        return texts.IndexOf(text);
    }
}
