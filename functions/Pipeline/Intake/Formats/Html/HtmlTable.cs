namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>
/// Rows of one table; a table nested in it is another one. Lines are the numbers of its rows, the blank ones
/// counted: what Excel shows where the page is one table and nothing else. The text above it is a row of line 0.
/// </summary>
internal sealed class HtmlTable : RowSource
{
    private readonly HtmlPage page;
    private readonly int number;
    private readonly CellText shown;
    private readonly RowLayout layout;
    private HtmlTokens? tokens;
    private TableState state;
    private HiddenText hidden;
    private int nested;
    private bool endsCells;
    private bool endsRows;

    public HtmlTable(HtmlPage page, int number)
    {
        (this.page, this.number) = (page, number);
        shown = new CellText(page.HardBlanksAreLetters);
        layout = new RowLayout(shown);
        var place = page.Tables.Count > 1 ? $" (bảng thứ {number + 1})" : "";
        Description = page.IsImage ? $"HTML{place}" : $"HTML{place}, {page.Text.Encoding}";
    }

    public override string Description { get; }

    public override bool IsUndecoded => page.IsImage;

    public override DateOnly SerialEpoch => page.SerialEpoch;

    private TableExtent Extent => page.Tables[number];

    public override void Rewind()
    {
        tokens = null;
        Defect = null;
    }

    public override bool Read(Row row)
    {
        if (Defect is not null)
            return false;
        if (tokens is null)
        {
            Begin();
            if (ReadTitle(row))
                return true;
        }
        return GoToRow(tokens!) && ReadRow(tokens!, row);
    }

    private void Begin()
    {
        tokens = new HtmlTokens(page.Text.Buffer, Extent.Content, Extent.End);
        (state, nested, endsCells, endsRows) = (default, number + 1, false, false);
        layout.BeginTable();
    }

    private bool ReadTitle(Row row)
    {
        var title = TableTitle.Above(page, Extent);
        if (title.Length == 0)
            return false;
        row.Begin(0);
        row.Buffer = title.ToCharArray();
        row.Add(0, title.Length, CellKind.Text);
        return true;
    }

    private bool GoToRow(HtmlTokens from)
    {
        while (!state.IsInRow)
        {
            var groups = state.Groups;
            if (Step(from) is TokenKind.EndOfText)
                return Ended(from);
            if (state.Groups != groups)
                layout.BeginGroup();
        }
        return true;
    }

    /// <summary>No row is left; a defect if there should be.</summary>
    private bool Ended(HtmlTokens from)
    {
        IsCutOff(from);
        return false;
    }

    private bool ReadRow(HtmlTokens from, Row row)
    {
        layout.BeginRow(row, state.Rows);
        if (state.Place is TablePlace.Cell)
            BeginCell(from, row);
        var before = state;
        while (state.IsInRow && state.Rows == before.Rows)
        {
            before = state;
            var kind = Step(from);
            if (kind is TokenKind.EndOfText && IsCutOff(from))
                return false;
            Advance(from, kind, before, row);
            if (layout.IsTooWide)
            {
                Defect = FileDefects.RowTooWide(state.Rows);
                return false;
            }
            if (kind is TokenKind.EndOfText)
                state = default;
        }
        layout.EndRow(row);
        if (state.Groups != before.Groups)
            layout.BeginGroup();
        if (layout.SuppliesTooMuch)
            Defect = FileDefects.TooManyMergedCells;
        return Defect is null;
    }

    /// <summary>One token on within a row: what it ends, begins or shows.</summary>
    private void Advance(HtmlTokens from, TokenKind kind, TableState before, Row row)
    {
        var (wasInCell, isInCell) = (before.Place is TablePlace.Cell, state.Place is TablePlace.Cell);
        var isSame = isInCell && state.Cells == before.Cells && kind is not TokenKind.EndOfText;
        if (wasInCell && !isSame)
            layout.EndCell(row);
        if (isSame)
            Show(from, kind);
        else if (isInCell && kind is TokenKind.Start)
            BeginCell(from, row);
    }

    private void BeginCell(HtmlTokens from, Row row)
    {
        hidden.Clear();
        layout.BeginCell(row, CellMarks.Of(from.Attributes));
    }

    private void Show(HtmlTokens from, TokenKind kind)
    {
        if (kind is TokenKind.Start)
            hidden.Start(from);
        else if (kind is TokenKind.End)
            hidden.End(from);
        if (hidden.IsOpen)
            return;
        if (kind is TokenKind.Text)
            layout.Add(from.Text);
        else if (from.Tag is not (Tag.Inline or Tag.Void))
            shown.Blank();
    }

    /// <summary>Reads a token; over a nested table at once.</summary>
    private TokenKind Step(HtmlTokens from)
    {
        var kind = from.Next();
        if (kind is TokenKind.Start && from.Tag is Tag.Table)
        {
            from.Position = page.Tables[nested].Resume;
            nested = page.Tables[nested].Following;
        }
        else if (kind is TokenKind.Start)
            state.Start(from.Tag);
        else if (kind is TokenKind.End)
            End(from.Tag);
        return kind;
    }

    private void End(Tag tag)
    {
        endsCells |= tag.IsCell();
        endsRows |= tag is Tag.Row;
        state.End(tag);
    }

    /// <summary>
    /// The file ends where this table's writer would have ended something: in a tag, or in a row or cell although
    /// others were ended. Some writers never end any.
    /// </summary>
    private bool IsCutOff(HtmlTokens from)
    {
        var isOpen = state.Place is TablePlace.Cell ? endsCells || endsRows : state.IsInRow && endsRows;
        if (Extent.End < page.Text.Length || !(from.IsCut || isOpen))
            return false;
        Defect = FileDefects.CutOff(state.Rows);
        return true;
    }
}
