using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;

namespace CCHC.Pipeline.Intake.Headers;

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
        // A file of one row has fewer cells to go by.
        return wrong >= Math.Min(evidence, rows + 1) && 10 * movedWrong <= moved;
    }

    /// <summary>Dates and codes out of place speak for themselves to the right, where the last cells may be blank.</summary>
    private bool EndsAgree(Column column) => by < 0 || CellTypes.IsSoft(column) ? 10 * endsMoved >= 9 * rows : true;
}
