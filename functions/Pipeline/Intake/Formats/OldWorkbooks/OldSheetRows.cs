using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Rows of one sheet. Lines are the sheet's own row numbers; rows and cells left out are blank.</summary>
internal sealed class OldSheetRows(OldWorkbook workbook, OldSheet sheet) : RowSource
{
    private readonly TextBuffer text = new();
    private OldSheetCells? cells;
    private int next;

    public override string Description { get; } = $"XLS, trang {sheet.Name}";

    public override DateOnly SerialEpoch => workbook.Outline.Epoch;

    public override void Rewind()
    {
        cells?.Merged.Rewind();
        next = 0;
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (Defect is not null)
            return false;
        try
        {
            cells ??= OldSheetCells.Read(workbook.Stream, sheet);
            return ReadRow(cells, row);
        }
        catch (WorkbookTooLargeException)
        {
            Defect = workbook.TooLarge;
        }
        catch (InvalidDataException)
        {
            Defect = FileDefects.Corrupt;
        }
        return false;
    }

    private bool ReadRow(OldSheetCells all, Row row)
    {
        if (next == all.Count)
            return false;
        var number = all.RowOf(next);
        row.Begin(number + 1);
        text.Clear();
        for (; next < all.Count && all.RowOf(next) == number; next++)
            OldCells.Read(workbook, all.OffsetOf(next), text, row);
        all.Merged.Fill(row, text);
        row.Buffer = text.Chars;
        row.IsOdd = SeenText.IsOdd(text.Written) || text.Written.ContainsAny('\r', '\n');
        return true;
    }
}
