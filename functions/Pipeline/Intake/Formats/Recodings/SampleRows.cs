namespace CCHC.Pipeline.Intake.Formats.Recodings;

/// <summary>A copy of a table's first rows, so that they can be read in every encoding for little.</summary>
internal sealed class SampleRows : RowSource
{
    private const int MostRows = 256;
    private const int FewRows = 48;
    private const int MostCharacters = 128 * 1024;
    private readonly List<(int Line, (int Start, int Length, CellKind Kind)[] Cells)> rows = [];
    private readonly bool isUndecoded;
    private char[] buffer = new char[4096];
    private int length;
    private int next;

    private SampleRows(bool isUndecoded) => this.isUndecoded = isUndecoded;

    public override string Description => "";

    public override bool IsUndecoded => isUndecoded;

    /// <summary>Its characters, one cell after another.</summary>
    public ReadOnlySpan<char> Text => buffer.AsSpan(0, length);

    /// <summary>Copies the first rows of <paramref name="table"/> and leaves it before them.</summary>
    public static SampleRows Of(RowSource table) => Of(table, MostRows);

    /// <summary>So few that a look at them costs next to nothing.</summary>
    public static SampleRows FirstOf(RowSource table) => Of(table, FewRows);

    public override void Rewind() => next = 0;

    public override bool Read(Row row)
    {
        if (next == rows.Count)
            return false;
        var (line, cells) = rows[next++];
        row.Begin(line);
        row.Buffer = buffer;
        foreach (var (start, count, kind) in cells)
            row.Add(start, count, kind);
        return true;
    }

    private static SampleRows Of(RowSource table, int most)
    {
        var sample = new SampleRows(table.IsUndecoded);
        var row = new Row();
        table.Rewind();
        while (sample.rows.Count < most && sample.length < MostCharacters && table.Read(row))
            sample.Add(row);
        sample.Defect = table.Defect;
        table.Rewind();
        return sample;
    }

    private void Add(Row row)
    {
        var cells = new (int, int, CellKind)[row.Count];
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = RecodedRows.Cut(row.WithBlanks(place));
            cells[place] = (length, cell.Length, row.KindOf(place));
            if (length + cell.Length > buffer.Length)
                Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + cell.Length));
            cell.CopyTo(buffer.AsSpan(length));
            length += cell.Length;
        }
        rows.Add((row.Line, cells));
    }
}
