namespace CCHC.Pipeline.Intake.Formats;

/// <summary>One table that goes on in others of the same file: the sheets of a workbook, the tables of a long page.</summary>
/// <param name="pages">
/// The tables with how many of their first rows are their titles and header; the first page is read with them.
/// </param>
internal sealed class PagedRows(IReadOnlyList<(RowSource Table, int Depth)> pages) : RowSource
{
    private int current;

    public override string Description { get; } = $"{pages[0].Table.Description} và {pages.Count - 1} bảng tiếp theo";

    public override bool CountsCells => pages[0].Table.CountsCells;

    public override DateOnly SerialEpoch => pages[0].Table.SerialEpoch;

    public override bool Read(Row row)
    {
        while (Defect is null)
        {
            if (pages[current].Table.Read(row))
                return true;
            Defect = pages[current].Table.Defect;
            if (Defect is not null || current + 1 == pages.Count)
                return false;
            TurnTo(current + 1);
        }
        return false;
    }

    public override void Rewind()
    {
        Defect = null;
        current = 0;
        pages[0].Table.Rewind();
    }

    private void TurnTo(int page)
    {
        current = page;
        var (table, depth) = pages[page];
        table.Rewind();
        var skipped = new Row();
        for (var i = 0; i < depth && table.Read(skipped); i++) { }
    }
}
