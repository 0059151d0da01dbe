namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// Rows of separated text. A cell that begins with a quote and ends with one may hold separators, line ends and
/// doubled quotes; a quote elsewhere, or one that doesn't end a cell, is a character like any other, so that no quote
/// swallows lines. Lines end with LF, CR LF or CR.
/// </summary>
internal sealed class DelimitedRows(DecodedText text, char separator) : RowSource
{
    private const char Quote = '"';
    private const char ByteOrderMark = '\uFEFF';
    private const int Looked = 1024;
    private readonly QuotedCells quoted = new(text.Length, separator);
    private CellEnds ends = new(separator);
    private int position;
    private int line = 1;
    private int widest;

    public override string Description { get; } =
        $"{(text.Encoding is { } known ? $"{known}, " : "")}dấu {(separator == '\t' ? "tab" : $"'{separator}'")}";

    public override bool IsUndecoded => text.Encoding is null;

    public override ReadOnlySpan<char> Beginning => text.Span[..Math.Min(text.Length, Looked)];

    public override bool CountsCells => true;

    public override char? Separator => separator;

    public override void Rewind()
    {
        position = 0;
        line = 1;
        widest = 0;
        quoted.Rewind();
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (position >= text.Length)
            return false;
        row.Begin(line);
        row.Buffer = text.Buffer;
        row.IsOdd = text.IsOdd;
        while (ReadCell(row)) { }
        widest = Math.Max(widest, row.Count);
        return true;
    }

    /// <summary>Adds one cell and steps over what ended it; true when a separator did.</summary>
    private bool ReadCell(Row row)
    {
        var start = position;
        // Files joined by copying have a mark in the middle.
        if (text.IsOdd && start < text.Length && text.Buffer[start] == ByteOrderMark)
            start++;
        var rest = text.Span[start..];
        if (!rest.IsEmpty && rest[0] == Quote && quoted.Find(rest, row.Count, widest) is { } cell)
            return AddQuoted(row, start, cell);
        var end = ends.Next(text.Span, start);
        row.Add(start, end - start, KindOf(rest[..(end - start)]));
        return StepOver(end);
    }

    private bool AddQuoted(Row row, int start, QuotedCell cell)
    {
        var inside = text.Span.Slice(start + 1, cell.Length);
        var lines = Lines.CountIn(inside);
        line += lines;
        row.IsOdd |= lines > 0;
        var kind = cell.HasDoubled ? CellKind.DoubledQuotes : CellKind.Text;
        // ="…" with its quotes doubled is a text, anything else behind the sign of equality is computed.
        if (inside.StartsWith('=') && !IsDoubledText(inside))
            kind = CellKind.Formula;
        row.Add(start + 1, cell.Length, kind);
        return StepOver(start + cell.End);
    }

    private static CellKind KindOf(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || cell[0] != '=')
            return CellKind.Text;
        return SeenText.QuotedAfterEquals(cell.TrimEnd()) is null ? CellKind.Formula : CellKind.Text;
    }

    private static bool IsDoubledText(ReadOnlySpan<char> inside) =>
        inside.Length >= 5
        && inside[1..].StartsWith("\"\"")
        && inside.EndsWith("\"\"")
        && !inside[3..^2].Contains(Quote);

    private bool StepOver(int end)
    {
        position = end + 1;
        if (end >= text.Length)
            return false;
        var c = text.Buffer[end];
        if (c == separator)
            return true;
        line++;
        if (c == '\r' && position < text.Length && text.Buffer[position] == '\n')
            position++;
        return false;
    }
}
