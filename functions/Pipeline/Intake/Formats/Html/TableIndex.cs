using CCHC.Pipeline.Intake.Formats.Text;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>One table of a document, by its places in the text.</summary>
/// <param name="Before">Where the text above it begins.</param>
/// <param name="Start">Where its tag begins.</param>
/// <param name="Content">Right behind its tag.</param>
/// <param name="End">Where its content ends.</param>
/// <param name="Resume">Where what comes after it begins.</param>
/// <param name="Following">Index of the next table that isn't nested in it.</param>
internal readonly record struct TableExtent(
    int Before,
    int Start,
    int Content,
    int End,
    int Resume,
    int Following,
    bool HasRows
);

/// <summary>
/// Finds all tables of a document, nested ones too, in one pass. Whoever reads a table steps over those nested in
/// it, so that all tables together are read in one pass more, however they are nested.
/// </summary>
internal sealed class TableIndex
{
    /// <summary>No export has as many; each costs a few bytes.</summary>
    private const int MostTables = 100_000;

    /// <summary>A title may stand in a small table of its own above the data.</summary>
    private const int LongestTitle = 8 * 1024;

    private readonly List<TableExtent> tables = [];
    private readonly Stack<(int Index, TableState State)> open = [];
    private int boundary;

    public IReadOnlyList<TableExtent> Tables => tables;

    public bool HasTooMany { get; private set; }

    /// <summary>The page only says which other files are shown in its frames.</summary>
    public bool HasFrames { get; private set; }

    public static TableIndex Of(DecodedText text)
    {
        var index = new TableIndex();
        index.Fill(new HtmlTokens(text.Buffer, 0, text.Length));
        return index;
    }

    private void Fill(HtmlTokens tokens)
    {
        TokenKind kind;
        while ((kind = tokens.Next()) is not TokenKind.EndOfText && !HasTooMany)
        {
            HasFrames |= kind is TokenKind.Start && tokens.Tag is Tag.Frames;
            if (kind is TokenKind.Start && tokens.Tag is Tag.Table)
                Open(tokens);
            else if (kind is TokenKind.End && tokens.Tag is Tag.Table)
                Close(tokens.Start, tokens.Position);
            else if (kind is not TokenKind.Text)
                Step(kind, tokens.Tag);
        }
        while (open.Count > 0)
            Close(tokens.Position, tokens.Position);
    }

    private void Open(HtmlTokens tokens)
    {
        if (open.TryPeek(out var around) && !around.State.MayNest)
            Close(tokens.Start, tokens.Start);
        HasTooMany = tables.Count == MostTables;
        open.Push((tables.Count, default));
        tables.Add(new TableExtent(boundary, tokens.Start, tokens.Position, 0, 0, 0, HasRows: false));
        boundary = tokens.Position;
    }

    private void Close(int end, int resume)
    {
        if (!open.TryPop(out var closed))
            return;
        var table = tables[closed.Index];
        tables[closed.Index] = table with
        {
            End = end,
            Resume = resume,
            Following = tables.Count,
            HasRows = closed.State.Rows > 0,
        };
        boundary = end - table.Before > LongestTitle ? resume : table.Before;
    }

    private void Step(TokenKind kind, Tag tag)
    {
        if (!open.TryPop(out var table))
            return;
        var state = table.State;
        if (kind is TokenKind.Start)
            state.Start(tag);
        else
            state.End(tag);
        open.Push((table.Index, state));
    }
}
