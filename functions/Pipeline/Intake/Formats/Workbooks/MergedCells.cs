namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>
/// Cells merged over several rows of a sheet: what the first one says holds for every row it covers, as it does for
/// whoever looks at the sheet. To the right of a merged cell nothing is filled: there it is a heading, not a value.
/// </summary>
internal sealed class MergedCells
{
    /// <summary>More merged cells are no export.</summary>
    private const int Most = 1_000_000;

    /// <summary>Cells filled in one reading: a bound for sheets in which everything is merged with everything.</summary>
    private const int MostFilled = 20_000_000;

    private readonly List<(int Top, int Bottom, int Column)> ranges = [];
    private readonly Dictionary<int, Cover> covers = [];
    private int next;
    private int filled;

    private readonly record struct Cover(int Bottom, string Text, CellKind Kind);

    /// <summary>Notes a range; one within a single row says nothing about others.</summary>
    /// <exception cref="WorkbookTooLargeException">There are too many.</exception>
    public void Add(int top, int bottom, int column)
    {
        if (bottom <= top || column >= Row.MaxCells)
            return;
        if (ranges.Count == Most)
            throw new WorkbookTooLargeException();
        ranges.Add((top, bottom, column));
    }

    /// <summary>To be called once all ranges are there.</summary>
    public void Order() => ranges.Sort();

    public void Rewind()
    {
        covers.Clear();
        next = 0;
        filled = 0;
    }

    /// <summary>
    /// Fills what merged cells cover in <paramref name="row"/>, whose texts are in <paramref name="text"/>. A row that has
    /// nothing of its own stays blank: it is part of the row above.
    /// </summary>
    public void Fill(Row row, TextBuffer text)
    {
        if (ranges.Count == 0)
            return;
        filled += covers.Count;
        if (filled > MostFilled)
            throw new WorkbookTooLargeException();
        row.Buffer = text.Chars;
        if (covers.Count > 0)
            FillCovered(row, text);
        row.Buffer = text.Chars;
        for (; next < ranges.Count && ranges[next].Top <= row.Line; next++)
            Begin(ranges[next], row);
    }

    private void FillCovered(Row row, TextBuffer text)
    {
        foreach (var (column, cover) in covers)
        {
            if (cover.Bottom < row.Line)
                covers.Remove(column);
        }
        if (!HasItsOwn(row))
            return;
        foreach (var (column, cover) in covers)
        {
            var start = text.Length;
            text.Append(cover.Text, start);
            row.Put(column, start, cover.Text.Length, cover.Kind);
        }
    }

    private bool HasItsOwn(Row row)
    {
        var covered = covers.Keys.Count(column => !row[column].IsEmpty);
        return row.CountFilled(covered + 1) > covered;
    }

    /// <summary>An empty merged cell says nothing; nor does one whose first row was left out.</summary>
    private void Begin((int Top, int Bottom, int Column) range, Row row)
    {
        var value = row[range.Column];
        if (range.Top != row.Line || value.IsEmpty)
            return;
        covers[range.Column] = new Cover(range.Bottom, value.ToString(), row.KindOf(range.Column));
    }
}
