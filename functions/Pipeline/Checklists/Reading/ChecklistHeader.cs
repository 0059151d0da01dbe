using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;

namespace CCHC.Pipeline.Checklists.Reading;

/// <summary>The header of a checklist: which column stands where, in any order.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Places">0-based, by column.</param>
/// <param name="Twice">A column that stands twice; null if none does.</param>
/// <param name="Texts">All its cells, to be told when columns are missing.</param>
internal sealed record ChecklistHeader(
    int Line,
    IReadOnlyDictionary<ChecklistColumn, int> Places,
    ChecklistColumn? Twice,
    IReadOnlyList<string> Texts
)
{
    private const int RowsSearched = 30;

    /// <summary>As many known columns as no row of data or title has.</summary>
    private const int FewestKnown = 3;

    public bool IsComplete => ChecklistColumns.Required.All(Places.ContainsKey);

    public IEnumerable<ChecklistColumn> Missing =>
        ChecklistColumns.Required.Where(column => !Places.ContainsKey(column));

    /// <summary>The header of a table, which then stands right after it; null if no row looks like one.</summary>
    public static ChecklistHeader? Find(RowSource table)
    {
        table.Rewind();
        var row = new Row();
        for (var read = 0; read < RowsSearched && table.Read(row); read++)
        {
            if (Of(row) is { } header && header.Places.Count >= FewestKnown)
                return header;
        }
        return null;
    }

    /// <summary>The cell under a column; empty where the file doesn't have it.</summary>
    public ReadOnlySpan<char> Cell(Row row, ChecklistColumn column) =>
        Places.TryGetValue(column, out var place) ? row[place] : default;

    public CellKind KindOf(Row row, ChecklistColumn column) =>
        Places.TryGetValue(column, out var place) ? row.KindOf(place) : CellKind.Text;

    /// <summary>The header again, at the top of a further page.</summary>
    public bool IsRepeatedBy(Row row) =>
        Places.TryGetValue(ChecklistColumn.UnitCode, out var place)
        && ChecklistColumns.Of(row[place]) is ChecklistColumn.UnitCode;

    private static ChecklistHeader Of(Row row)
    {
        var places = new Dictionary<ChecklistColumn, int>();
        var texts = new List<string>();
        ChecklistColumn? twice = null;
        for (var place = 0; place < row.Count; place++)
        {
            if (row[place].IsEmpty)
                continue;
            texts.Add(HeaderText.Shown(row[place]));
            if (ChecklistColumns.Of(row[place]) is { } column && !places.TryAdd(column, place))
                twice ??= column;
        }
        return new(row.Line, places, twice, texts);
    }
}
