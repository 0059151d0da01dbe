using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Formats.Recodings;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>Which tables of a file are checklists, and in which encodings they can be read.</summary>
/// <param name="Readings">A table once as it stands, or once for each old encoding that fits equally well.</param>
/// <param name="Nearest">What came nearest to a header where there is none; null if nothing did.</param>
/// <param name="Several">More than one sheet or table of the file is a checklist.</param>
/// <param name="Defect">Why looking ended before the end.</param>
internal sealed record ChecklistTables(
    IReadOnlyList<(RowSource Table, ChecklistHeader Header)> Readings,
    ChecklistHeader? Nearest = null,
    bool Several = false,
    FileDefect? Defect = null
)
{
    public static ChecklistTables In(ExportFile file)
    {
        ChecklistHeader? nearest = null;
        FileDefect? broken = null;
        var found = new List<(RowSource, ChecklistHeader)>();
        foreach (var table in file.Tables.Where(table => !table.IsUndecoded))
        {
            var header = Look(table);
            if (header is { IsComplete: true })
                found.Add((table, header));
        }
        if (found.Count > 0)
            return new(found[..1], Several: file.HasPages && found.Count > 1);
        foreach (var table in file.Tables)
        {
            List<(RowSource Table, ChecklistHeader Header)> recoded =
            [
                .. Recoding
                    .All.Select(recoding => new RecodedRows(table, recoding))
                    .Select(rows => (Table: (RowSource)rows, Header: Look(rows)!))
                    .Where(reading => reading.Header is { IsComplete: true }),
            ];
            if (recoded.Count > 0)
            {
                var most = recoded.Max(reading => reading.Header.Places.Count);
                return new([.. recoded.Where(reading => reading.Header.Places.Count == most)]);
            }
        }
        return new([], nearest, Defect: broken);

        ChecklistHeader? Look(RowSource table)
        {
            var header = ChecklistHeader.Find(table);
            broken ??= table.Defect;
            if (header is not null && header.Places.Count > (nearest?.Places.Count ?? 0))
                nearest = header;
            return header;
        }
    }
}
