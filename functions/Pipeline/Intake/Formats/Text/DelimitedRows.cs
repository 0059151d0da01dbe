namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>
/// Rows of separated text. A cell that begins with a quote ends with one, may hold separators, line ends and
/// doubled quotes; a quote elsewhere is a character like any other. Lines end with LF, CR LF or CR.
/// </summary>
internal sealed class DelimitedRows(DecodedText text, char separator) : RowSource
{
    private const char Quote = '"';
    private const int Looked = 1024;
    private int position;
    private int line = 1;

    public override string Description { get; } =
        $"{(text.Encoding is { } known ? $"{known}, " : "")}dấu {(separator == '\t' ? "tab" : $"'{separator}'")}";

    public override bool IsUndecoded => text.Encoding is null;

    public override ReadOnlySpan<char> Beginning => text.Span[..Math.Min(text.Length, Looked)];

    public override bool CountsCells => true;

    public override void Rewind()
    {
        position = 0;
        line = 1;
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (position >= text.Length || Defect is not null)
            return false;
        row.Begin(line);
        row.Buffer = text.Buffer;
        while (ReadCell(row)) { }
        return Defect is null;
    }

    /// <summary>Adds one cell and steps over what ended it; true when a separator did.</summary>
    private bool ReadCell(Row row)
    {
        var start = position;
        var rest = text.Span[start..];
        if (!rest.IsEmpty && rest[0] == Quote)
            return ReadQuoted(row);
        var length = rest.IndexOfAny(separator, '\r', '\n');
        if (length < 0)
            length = rest.Length;
        var isFormula = length > 0 && rest[0] == '=';
        row.Add(start, length, isFormula ? CellKind.Formula : CellKind.Text);
        return StepOver(start + length);
    }

    private bool ReadQuoted(Row row)
    {
        var (start, kind) = (position + 1, CellKind.Text);
        var end = start;
        while (true)
        {
            var next = text.Span[end..].IndexOf(Quote);
            if (next < 0)
            {
                Defect = FileDefects.UnclosedQuote(row.Line);
                return false;
            }
            end += next;
            if (end + 1 >= text.Length || text.Buffer[end + 1] != Quote)
                break;
            kind = CellKind.DoubledQuotes;
            end += 2;
        }
        line += Lines.CountIn(text.Span[start..end]);
        if (end > start && text.Buffer[start] == '=')
            kind = CellKind.Formula;
        var tail = text.Span[(end + 1)..].IndexOfAny(separator, '\r', '\n');
        var after = tail < 0 ? text.Length : end + 1 + tail;
        // Characters between the closing quote and the separator: the writer didn't quote, the cell is as it stands.
        if (!text.Span[(end + 1)..after].IsWhiteSpace())
            (start, end) = (start - 1, after);
        row.Add(start, end - start, kind);
        return StepOver(after);
    }

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
