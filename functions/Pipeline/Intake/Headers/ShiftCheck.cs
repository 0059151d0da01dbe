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
        var others = new OtherRows(context.Header, context.Lexicon);
        var code = context.Header[Column.Code];
        var left = new ShiftTally(-1);
        var right = new ShiftTally(1);
        var row = new Row();
        for (var i = 0; i < RowsSampled && table.Read(row); i++)
        {
            if (row.CountFilled(Evidence) < Evidence || (!types.Fits(Column.Code, row, code) && IsOther(others, row)))
                continue;
            left.Add(row, types, columns, context.Header);
            right.Add(row, types, columns, context.Header);
        }
        return left.FirstShifted(columns, Evidence) ?? right.FirstShifted(columns, Evidence);
    }

    private static bool IsOther(OtherRows others, Row row) =>
        others.Judge(row) is not (OtherRow.Dossier or OtherRow.PerhapsNames);
}
