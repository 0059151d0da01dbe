using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Rows;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// Tells a single row whose cells stand one place beside their headers, though none of them is a fault by itself: a
/// text unknown in its own column is one that the next column knows. Asked only about rows with an unknown text.
/// </summary>
internal sealed class ShiftedRow(ReadingContext context)
{
    /// <summary>Shorter texts ("1", "x", "4") mean something in many columns.</summary>
    private const int ShortestTelling = 3;

    private readonly Header header = context.Header;
    private readonly CellTypes types = new(context);
    private readonly List<Column> columns =
    [
        .. CellTypes.Columns.Where(context.Header.Has).OrderBy(column => context.Header[column]),
    ];

    /// <summary>The column whose cell belongs to another, which other, and by how many places it is off.</summary>
    public (Column Column, Column Owner, int By)? Find(Row row)
    {
        for (var first = 0; first < columns.Count; first++)
        {
            var column = columns[first];
            var place = header[column];
            if (row[place].IsEmpty || types.Fits(column, row, place))
                continue;
            foreach (var by in (ReadOnlySpan<int>)[-1, 1])
            {
                if (Owner(row, place, by) is { } owner && Agrees(row, first, by))
                    return (column, owner, by);
            }
        }
        return null;
    }

    /// <summary>The neighbouring column that knows the text; to the left only one that lacks its own.</summary>
    private Column? Owner(Row row, int place, int by)
    {
        foreach (var column in columns)
        {
            if (header[column] != place - by || !types.Fits(column, row, place))
                continue;
            var lacksOwn = row[place - by].IsEmpty || !types.Fits(column, row, place - by);
            return by < 0 || lacksOwn ? column : null;
        }
        return null;
    }

    /// <summary>All that follows fits where it would belong, and to the left the last header has no cell any more.</summary>
    private bool Agrees(Row row, int first, int by)
    {
        if (by < 0 && !row[header.Width - 1].IsEmpty)
            return false;
        var own = header[columns[first]];
        var isTelling = row[own].Length >= ShortestTelling;
        if (!isTelling && (row[own + by].IsEmpty || !types.Fits(columns[first], row, own + by)))
            return false;
        // A cell that was left out to the left of a telling text has nothing to be compared with.
        for (var i = by < 0 && isTelling ? first + 1 : first; i < columns.Count; i++)
        {
            var moved = header[columns[i]] + by;
            if (!row[moved].IsEmpty && !types.Fits(columns[i], row, moved))
                return false;
        }
        return true;
    }
}
