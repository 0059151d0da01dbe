namespace CCHC.Pipeline.Intake.Formats;

internal enum CellKind : byte
{
    Text,

    /// <summary>Text in which a quote stands doubled.</summary>
    DoubledQuotes,

    /// <summary>A spreadsheet's number; in a date column it is a serial day.</summary>
    Number,

    /// <summary>A formula: its cached value is not trusted.</summary>
    Formula,
}

/// <summary>
/// One row of cells with its line, the same for every format. It is filled again for each row, and its cells are
/// spans of a buffer that belongs to the <see cref="RowSource"/>: nothing is allocated for a cell.
/// </summary>
internal sealed class Row
{
    /// <summary>Cells beyond this many are no part of any export.</summary>
    public const int MaxCells = 1024;

    /// <summary>No header, title or kept value is longer; of a longer cell the beginning is shown, with a mark.</summary>
    public const int LongestCell = 2048;

    /// <summary>Ends a cut cell, so that none of its columns takes it for whole.</summary>
    public const char Cut = '…';

    private (int Start, int Length, CellKind Kind)[] cells = new (int, int, CellKind)[32];

    /// <summary>1-based line where the record starts, or the sheet's row.</summary>
    public int Line { get; private set; }
    public int Count { get; private set; }
    public bool HasFormula { get; private set; }

    /// <summary>True where cells may hold line breaks, odd blanks or characters nobody sees.</summary>
    public bool IsOdd { get; set; }

    /// <summary>What the cells are spans of.</summary>
    public char[] Buffer { get; set; } = [];

    /// <summary>The cell without blanks around it; empty beyond the last one.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                return default;
            var (start, length, kind) = cells[index];
            ReadOnlySpan<char> text = Buffer.AsSpan(start, length).Trim();
            if (IsOdd)
                text = SeenText.Of(text);
            if (text.Length > LongestCell)
                return string.Concat(text[..LongestCell], [Cut]);
            if (kind is CellKind.DoubledQuotes)
                text = text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            return text.Length > 0 && (text[0] is '\'' or '=') && kind is not CellKind.Formula
                ? SeenText.WithoutMark(text)
                : text;
        }
    }

    /// <summary>The cell as it stands; a no-break space may be a letter in another encoding.</summary>
    public ReadOnlySpan<char> WithBlanks(int index) => Buffer.AsSpan(cells[index].Start, cells[index].Length);

    public CellKind KindOf(int index) => (uint)index < (uint)Count ? cells[index].Kind : CellKind.Text;

    public bool IsBlank => CountFilled(2) == 0;

    public void Begin(int line)
    {
        Line = line;
        Count = 0;
        HasFormula = false;
        IsOdd = false;
    }

    public void Add(int start, int length, CellKind kind)
    {
        if (Count == MaxCells)
            return;
        if (Count == cells.Length)
            Array.Resize(ref cells, cells.Length * 2);
        cells[Count++] = (start, length, kind);
        HasFormula |= kind is CellKind.Formula;
    }

    /// <summary>Puts a cell where one was left out or stands already.</summary>
    public void Put(int index, int start, int length, CellKind kind)
    {
        PadTo(index + 1);
        cells[index] = (start, length, kind);
        HasFormula |= kind is CellKind.Formula;
    }

    /// <summary>Blank cells up to <paramref name="count"/>, for formats that leave them out.</summary>
    public void PadTo(int count)
    {
        while (Count < count && Count < MaxCells)
            Add(0, 0, CellKind.Text);
    }

    /// <summary>How many cells aren't blank, counted up to <paramref name="enough"/>.</summary>
    public int CountFilled(int enough = int.MaxValue)
    {
        var filled = 0;
        for (var i = 0; i < Count && filled < enough; i++)
            filled += this[i].IsEmpty ? 0 : 1;
        return filled;
    }
}
