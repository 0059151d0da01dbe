namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>
/// Puts cells into the columns of a row. What a cell over several rows says holds in each of them; over several
/// columns it stands in the first.
/// </summary>
internal sealed class RowLayout(CellText text)
{
    /// <summary>More cells than an export may leave to be supplied: a few characters could ask for millions.</summary>
    private const int MostSupplied = 4_000_000;

    /// <summary>As many as a sheet has columns.</summary>
    private const int WidestRow = 16_384;

    private readonly RowSpans spans = new();
    private CellMarks marks;
    private int supplied;
    private int begun;

    /// <summary>True when cells over rows and columns make the table many times larger than its text.</summary>
    public bool SuppliesTooMuch => supplied > MostSupplied;

    /// <summary>True when the present row has more cells than any sheet.</summary>
    public bool IsTooWide => begun > WidestRow;

    public void BeginTable()
    {
        supplied = 0;
        BeginGroup();
    }

    public void BeginGroup() => spans.Clear();

    public void BeginRow(Row row, int line)
    {
        row.Begin(line);
        begun = 0;
        text.Clear();
    }

    public void BeginCell(Row row, CellMarks said)
    {
        marks = said;
        begun++;
        while (TakeSpanned(row)) { }
        text.Begin();
        if (HasOwnNumber)
            text.AddPlain(marks.Number);
    }

    public void Add(ReadOnlySpan<char> written)
    {
        if (!HasOwnNumber)
            text.Add(written);
    }

    public void EndCell(Row row)
    {
        var kind = KindOf(text.Present);
        var reaching = marks.Rows > 1 ? text.Present.ToString() : "";
        Place(row, text.Start, text.Length, kind, reaching);
        for (var more = 1; more < marks.Columns && row.Count < Row.MaxCells; more++)
        {
            supplied++;
            if (!TakeSpanned(row))
                Place(row, 0, 0, CellKind.Text, "");
        }
    }

    public void EndRow(Row row)
    {
        while (row.Count < spans.Width)
        {
            supplied++;
            if (!TakeSpanned(row))
                row.PadTo(row.Count + 1);
        }
        row.Buffer = text.Chars;
        row.IsOdd = SeenText.HasUnseen(text.Written);
    }

    private bool HasOwnNumber => marks.Number is { Length: > 0 } number && CellMarks.IsNumber(number);

    private void Place(Row row, int start, int length, CellKind kind, string reaching)
    {
        if (marks.Rows > 1 && row.Count < Row.MaxCells)
            spans.Put(row.Count, marks.Rows - 1, reaching, kind);
        row.Add(start, length, kind);
    }

    private bool TakeSpanned(Row row)
    {
        if (!spans.Take(row.Count, out var spanned, out var kind))
            return false;
        supplied++;
        text.AddCell(spanned);
        row.Add(text.Start, text.Length, kind);
        return true;
    }

    /// <summary>Excel computes what begins with the sign of equality, as in any text file.</summary>
    private CellKind KindOf(ReadOnlySpan<char> shown)
    {
        if (marks.IsFormula || (shown.StartsWith('=') && SeenText.QuotedAfterEquals(shown) is null))
            return CellKind.Formula;
        return marks.Number is not null && CellMarks.IsNumber(shown) ? CellKind.Number : CellKind.Text;
    }
}
