using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// Finds cells that stand one column beside their headers, as when a header has no data cell: from some column on
/// most cells don't fit their own column, and nearly all fit it when read one place to the left or right.
/// Asked only when a column has many cells that don't fit.
/// </summary>
internal static class ShiftCheck
{
    private const int RowsSampled = 200;

    /// <summary>Cells out of place that make a case; one odd cell is a faulty row.</summary>
    private const int Evidence = 3;

    /// <summary>The first column that is out of place, and by how many places; null if none is.</summary>
    public static (Column Column, int By)? Find(RowSource table, ReadingContext context)
    {
        var columns = CellTypes.Columns.Where(context.Header.Has).OrderBy(column => context.Header[column]).ToList();
        var types = new CellTypes(context);
        var left = new ShiftTally(-1);
        var right = new ShiftTally(1);
        var row = new Row();
        for (var i = 0; i < RowsSampled && table.Read(row); i++)
        {
            if (
                row.CountFilled(Evidence) < Evidence
                || context.Lexicon.Headers.TryGet(context.Header.Cell(row, Column.Code), out _)
            )
                continue;
            left.Add(row, types, columns, context.Header);
            right.Add(row, types, columns, context.Header);
        }
        return left.FirstShifted(columns, Evidence) ?? right.FirstShifted(columns, Evidence);
    }
}

/// <summary>Counts how well cells fit where they stand, and how well they would one shift away.</summary>
internal sealed class ShiftTally(int by)
{
    private readonly int[] filled = new int[ColumnExtensions.KeptCount];
    private readonly int[] unfit = new int[ColumnExtensions.KeptCount];
    private readonly int[] movedFilled = new int[ColumnExtensions.KeptCount];
    private readonly int[] movedUnfit = new int[ColumnExtensions.KeptCount];
    private int rows;
    private int endsMoved;

    public void Add(Row row, CellTypes types, List<Column> columns, Header header)
    {
        rows++;
        // To the left the last header has no cell any more; to the right a cell stands beyond it.
        endsMoved += row[by < 0 ? header.Width - 1 : header.Width].IsEmpty == by < 0 ? 1 : 0;
        foreach (var column in columns)
        {
            Count(row, header[column], column, types, filled, unfit);
            Count(row, header[column] + by, column, types, movedFilled, movedUnfit);
        }
    }

    public (Column, int)? FirstShifted(List<Column> columns, int evidence)
    {
        for (var first = 0; first < columns.Count; first++)
        {
            var column = columns[first];
            if (IsOut(column) && Explains(columns[first..], evidence) && EndsAgree(column))
                return (column, by);
        }
        return null;
    }

    private static void Count(Row row, int place, Column column, CellTypes types, int[] filled, int[] unfit)
    {
        if (row[place].IsEmpty)
            return;
        filled[(int)column]++;
        if (!types.Fits(column, row, place))
            unfit[(int)column]++;
    }

    private bool IsOut(Column column)
    {
        var at = (int)column;
        return unfit[at] > 0
            && 2 * unfit[at] >= filled[at]
            && movedFilled[at] > 0
            && 10 * movedUnfit[at] <= movedFilled[at];
    }

    private bool Explains(List<Column> rest, int evidence)
    {
        var (wrong, moved, movedWrong) = (0, 0, 0);
        foreach (var column in rest)
        {
            wrong += unfit[(int)column];
            moved += movedFilled[(int)column];
            movedWrong += movedUnfit[(int)column];
        }
        return wrong >= evidence && 10 * movedWrong <= moved;
    }

    /// <summary>Dates and codes out of place speak for themselves to the right, where the last cells may be blank.</summary>
    private bool EndsAgree(Column column) => by < 0 || CellTypes.IsSoft(column) ? 10 * endsMoved >= 9 * rows : true;
}
