namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>
/// The rows of any table with every text cell recoded; a cell that doesn't fit is left as it is, numbers and formulas
/// always are.
/// </summary>
internal sealed class RecodedRows(RowSource rows, Recoding recoding) : RowSource
{
    private readonly Row source = new();
    private readonly bool[] unfit = new bool[Row.MaxCells];
    private char[] buffer = new char[4096];
    private int length;

    public override string Description { get; } = recoding.Describe(rows);

    public override bool CountsCells => rows.CountsCells;

    public override DateOnly SerialEpoch => rows.SerialEpoch;

    /// <summary>Looks at what is kept of each row.</summary>
    public KeptCells? Watch { get; set; }

    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> cell) =>
        cell.Length > Row.LongestCell ? cell[..Row.LongestCell] : cell;

    /// <summary>True for printable ASCII: it reads the same however it is recoded.</summary>
    public static bool IsSame(ReadOnlySpan<char> cell) => !cell.ContainsAnyExceptInRange(' ', '~');

    public override void Rewind()
    {
        rows.Rewind();
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (Defect is not null)
            return false;
        if (!rows.Read(source))
        {
            Defect = rows.Defect;
            return false;
        }
        row.Begin(source.Line);
        length = 0;
        for (var place = 0; place < source.Count; place++)
            Add(row, place);
        row.Buffer = buffer;
        row.IsOdd = SeenText.HasUnseen(buffer.AsSpan(0, length));
        Defect = Watch?.FindDefect(source, row, unfit);
        return Defect is null;
    }

    private void Add(Row row, int place)
    {
        var whole = source.WithBlanks(place);
        var cell = Cut(whole);
        if (length + cell.Length >= buffer.Length)
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + cell.Length + 1));
        var text = buffer.AsSpan(length, cell.Length);
        var kind = source.KindOf(place);
        var isText = kind is CellKind.Text or CellKind.DoubledQuotes;
        var written = isText && !IsSame(cell) ? recoding.Recode(cell, text) : Copy(cell, text);
        unfit[place] = written < 0;
        if (written < 0)
            written = Copy(cell, text);
        if (cell.Length < whole.Length)
            buffer[length + written++] = Row.Cut;
        row.Add(length, written, kind);
        length += written;
    }

    private static int Copy(ReadOnlySpan<char> cell, Span<char> text)
    {
        cell.CopyTo(text);
        return cell.Length;
    }
}
