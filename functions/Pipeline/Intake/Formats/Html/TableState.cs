namespace CCHC.Pipeline.Intake.Formats.Html;

internal enum TablePlace : byte
{
    Table,
    Caption,
    Group,
    Row,
    Cell,
}

/// <summary>
/// Where in a table one stands, with the tags that people leave out supplied as the HTML standard does
/// (§13.2.6.4.9–15): a row ends where the next begins, a cell without a row begins one.
/// </summary>
internal struct TableState
{
    private Tag group;
    private Tag cell;

    public TablePlace Place { get; private set; }

    /// <summary>Begun so far.</summary>
    public int Groups { get; private set; }
    public int Rows { get; private set; }
    public int Cells { get; private set; }

    public readonly bool IsInRow => Place is TablePlace.Row or TablePlace.Cell;

    /// <summary>True where a table that begins is nested, not the next one.</summary>
    public readonly bool MayNest => Place is TablePlace.Cell or TablePlace.Caption;

    public void Start(Tag tag)
    {
        if (tag is Tag.Caption or Tag.Columns)
            Place = tag is Tag.Caption ? TablePlace.Caption : TablePlace.Table;
        else if (tag.IsGroup())
            BeginGroup(tag);
        else if (tag is Tag.Row)
            BeginRow();
        else if (tag.IsCell())
            BeginCell(tag);
    }

    public void End(Tag tag)
    {
        if (tag.IsCell() && Place is TablePlace.Cell && tag == cell)
            Place = TablePlace.Row;
        else if (tag is Tag.Row && IsInRow)
            Place = TablePlace.Group;
        else if (tag.IsGroup() && tag == group && (IsInRow || Place is TablePlace.Group))
            Place = TablePlace.Table;
        else if (tag is Tag.Caption && Place is TablePlace.Caption)
            Place = TablePlace.Table;
    }

    private void BeginGroup(Tag tag)
    {
        Place = TablePlace.Group;
        group = tag;
        Groups++;
    }

    private void BeginRow()
    {
        if (Place is TablePlace.Table or TablePlace.Caption)
            BeginGroup(Tag.Body);
        Place = TablePlace.Row;
        Rows++;
    }

    private void BeginCell(Tag tag)
    {
        if (!IsInRow)
            BeginRow();
        Place = TablePlace.Cell;
        cell = tag;
        Cells++;
    }
}
