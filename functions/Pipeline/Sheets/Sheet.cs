namespace CCHC.Pipeline.Sheets;

/// <summary>One sheet of a workbook. Rows and columns count from 1; what is not put is blank.</summary>
public sealed class Sheet
{
    private const int LongestName = 31;
    private const string Forbidden = @"[]:*?/\";
    private readonly SortedDictionary<(int Row, int Column), SheetCell> cells = [];
    private readonly List<CellRange> merged = [];
    private readonly SortedDictionary<int, double> heights = [];
    private readonly List<(Validation Validation, List<CellRange> Ranges)> validations = [];

    /// <summary>An empty sheet.</summary>
    /// <param name="name">As its tab says: at most 31 characters, none of [ ] : * ? / \ (see <see cref="NameFrom"/>).</param>
    public Sheet(string name)
    {
        if (name.Length is 0 or > LongestName || name != NameFrom(name))
            throw new ArgumentException($"\"{name}\" can't be the name of a sheet.", nameof(name));
        Name = name;
    }

    public string Name { get; }

    /// <summary>Widths of the columns from the first on, in digits of the standard font.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>The first rows, and columns, that stay in sight.</summary>
    public (int Rows, int Columns) Frozen { get; init; }

    /// <summary>A header and the rows under it, which the reader may filter.</summary>
    public CellRange? Filter { get; set; }

    public bool IsHidden { get; init; }

    /// <summary>Only cells whose look says <see cref="Look.IsInput"/> can be changed; without a password, against mishaps.</summary>
    public bool IsProtected { get; init; }

    public PrintSetup Print { get; init; } = new();

    /// <summary>The last row with a cell; 0 without any.</summary>
    public int LastRow => cells.Count == 0 ? 0 : cells.Keys.Max(at => at.Row);

    internal IReadOnlyDictionary<(int Row, int Column), SheetCell> Cells => cells;

    internal IReadOnlyList<CellRange> Merged => merged;

    internal IReadOnlyDictionary<int, double> Heights => heights;

    internal IReadOnlyList<(Validation Validation, List<CellRange> Ranges)> Validations => validations;

    /// <summary>A name that a sheet can have, as near to a text as possible.</summary>
    public static string NameFrom(string text)
    {
        var name = string.Concat(text.Select(c => Forbidden.Contains(c) || char.IsControl(c) ? ' ' : c))
            .Trim(' ', '\'');
        return name.Length == 0 ? "Trang" : name[..Math.Min(name.Length, LongestName)].TrimEnd(' ', '\'');
    }

    /// <summary>Puts cells beside one another, from a column on.</summary>
    public void Put(int row, int column, params ReadOnlySpan<SheetCell> beside)
    {
        foreach (var cell in beside)
            cells[Checked(row, column++)] = cell;
    }

    /// <summary>Makes a range one cell; every part of it gets the cell's look, so that its border closes.</summary>
    public void Merge(CellRange range, SheetCell cell)
    {
        if (merged.Exists(range.Overlaps))
            throw new ArgumentException($"{range} overlaps cells that are merged already.", nameof(range));
        merged.Add(range);
        for (var row = range.Top; row <= range.Bottom; row++)
        {
            for (var column = range.Left; column <= range.Right; column++)
                cells[(row, column)] = SheetCell.Blank(cell.Look);
        }
        cells[(range.Top, range.Left)] = cell;
    }

    /// <summary>Gives a row its height, in points; a row without one gets it from the reader's program.</summary>
    public void Height(int row, double points) => heights[row] = points;

    /// <summary>Checks what is typed into a range; one validation may be given to many.</summary>
    public void Validate(CellRange range, Validation validation)
    {
        validation.Check();
        var known = validations.Find(one => ReferenceEquals(one.Validation, validation)).Ranges;
        if (known is null)
            validations.Add((validation, [range]));
        else
            known.Add(range);
    }

    private static (int Row, int Column) Checked(int row, int column)
    {
        var cell = CellRange.Cell(row, column);
        return (cell.Top, cell.Left);
    }
}
