namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>What stands in columns of the next rows because a cell above reaches down to them.</summary>
internal sealed class RowSpans
{
    private Span[] columns = [];

    /// <summary>One behind the last column that a cell may reach down in.</summary>
    public int Width { get; private set; }

    /// <summary>A cell never reaches beyond its group of rows (HTML standard §4.9.12).</summary>
    public void Clear()
    {
        columns.AsSpan(0, Width).Clear();
        Width = 0;
    }

    public void Put(int column, int rows, string text, CellKind kind)
    {
        if (column >= columns.Length)
            Array.Resize(ref columns, Math.Max(column + 1, columns.Length * 2));
        columns[column] = new Span(rows, text, kind);
        Width = Math.Max(Width, column + 1);
    }

    /// <summary>True when a cell above stands here too: one row less of it is left then.</summary>
    public bool Take(int column, out string text, out CellKind kind)
    {
        (text, kind) = ("", CellKind.Text);
        if (column >= Width || columns[column].Rows == 0)
            return false;
        ref var span = ref columns[column];
        (text, kind) = (span.Text, span.Kind);
        span = span with { Rows = span.Rows - 1 };
        return true;
    }

    private readonly record struct Span(int Rows, string Text, CellKind Kind);
}
