using CCHC.Pipeline.Intake.Formats.Workbooks;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>
/// Where the cells of a sheet stand, in their order: Excel writes them row by row, some other programs don't, and the
/// merged cells come last. Eight bytes a cell, so that a sheet may have as many as its file has bytes for.
/// </summary>
internal sealed class OldSheetCells
{
    private const int OffsetBits = 32;
    private const int ColumnBits = 16;
    private readonly List<ulong> cells = [];

    public MergedCells Merged { get; } = new();

    public int Count => cells.Count;

    public int RowOf(int cell) => (int)(cells[cell] >> OffsetBits >> ColumnBits);

    /// <summary>Where its record begins.</summary>
    public int OffsetOf(int cell) => (int)(uint)cells[cell];

    /// <summary>Steps through all records of a sheet.</summary>
    /// <exception cref="InvalidDataException">The sheet's records are damaged.</exception>
    public static OldSheetCells Read(ReadOnlySpan<byte> stream, OldSheet sheet)
    {
        var found = new OldSheetCells();
        var records = new BiffRecords(stream[..sheet.End], sheet.Start);
        if (!records.Next() || records.Id is not Biff.BeginningOfPart)
            throw Bytes.Broken;
        // Charts that lie on a sheet are parts within its part.
        for (var depth = 1; depth > 0; )
        {
            if (!records.Next())
                throw Bytes.Broken;
            depth += records.Id switch
            {
                Biff.BeginningOfPart => 1,
                Biff.EndOfPart => -1,
                _ => 0,
            };
            if (depth == 1)
                found.Note(records);
        }
        found.cells.Sort();
        found.Merged.Order();
        return found;
    }

    private void Note(BiffRecords records)
    {
        if (records.Id is Biff.MergedCells)
            NoteMerged(records.Data);
        else if (OldCells.AreIn(records.Id))
            cells.Add(
                (((ulong)records.Data.U16(0) << ColumnBits) | records.Data.U16(2)) << OffsetBits
                    | (uint)records.Position
            );
    }

    private void NoteMerged(ReadOnlySpan<byte> data)
    {
        const int RangeLength = 8;
        var count = data.U16(0);
        for (var i = 0; i < count; i++)
        {
            var range = data.Take(2 + RangeLength * i, RangeLength);
            Merged.Add(range.U16(0) + 1, range.U16(2) + 1, range.U16(4));
        }
    }
}
