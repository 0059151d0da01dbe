namespace CCHC.Pipeline.Notices;

/// <summary>A piece of a letter's body.</summary>
public abstract record Block
{
    private protected Block() { }
}

/// <summary>A numbered title on its own line: "1. Kết quả kiểm tra".</summary>
/// <param name="Text">With its number.</param>
/// <param name="Level">1 is bold; 2, below it, bold and italic.</param>
public sealed record Heading(string Text, int Level = 1) : Block;

public sealed record Paragraph(string Text) : Block;

/// <summary>A table's or chart's name, in the middle above it: "Bảng 1. …". Stays with what comes next.</summary>
public sealed record Caption(string Text) : Block;

/// <summary>A remark in small italics under a table: "Ghi chú: …".</summary>
public sealed record Note(string Text) : Block;

/// <summary>Counts of dossiers, with a header row.</summary>
public sealed record FigureTable(FigureRow Header, IReadOnlyList<FigureRow> Rows) : Block;

/// <summary>A count in words and figures.</summary>
/// <param name="Mark">Number of a sum; empty for the parts it is made of.</param>
/// <param name="Label">What was counted.</param>
/// <param name="Value">How many.</param>
public sealed record FigureRow(string Mark, string Label, string Value)
{
    public bool IsSum => Mark.Length > 0;
}

/// <summary>Where a column's cells stand.</summary>
public enum ColumnAlign
{
    Left,
    Center,
    Right,
}

/// <summary>A column of a table.</summary>
/// <param name="Title">In the header row, which is repeated on every page.</param>
/// <param name="Width">Relative to the other columns'; a table is as wide as the text.</param>
/// <param name="Align">Of its cells; titles stand in the middle.</param>
public sealed record TableColumn(string Title, int Width, ColumnAlign Align = ColumnAlign.Left);

/// <summary>A row of a table.</summary>
/// <param name="Cells">As many as there are columns.</param>
/// <param name="IsBold">A sum.</param>
public sealed record TableRow(IReadOnlyList<string> Cells, bool IsBold = false);

/// <summary>A table of text under titled columns.</summary>
public sealed record DataTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block;

/// <summary>Something drawn: a chart, with the parts of a DOCX package it needs.</summary>
/// <param name="WordXml">One or more w:p; prefixes w and r are declared, others it declares itself.</param>
/// <param name="Html">The same for the preview, e.g. an svg element; without scripts and outside references.</param>
public sealed record Drawing(string WordXml, string Html) : Block
{
    /// <summary>Parts besides those of every letter, in the order they are to be written.</summary>
    public IReadOnlyList<DocxPart> Parts { get; init; } = [];

    /// <summary>What <see cref="WordXml"/> refers to by r:id.</summary>
    public IReadOnlyList<DocxRelation> Relations { get; init; } = [];
}

/// <summary>A part of a DOCX package.</summary>
/// <param name="Name">Its path without a leading slash: word/charts/chart1.xml.</param>
/// <param name="ContentType">Empty for a .rels part, which the package knows by its extension.</param>
/// <param name="Content">Its bytes.</param>
public sealed record DocxPart(string Name, string ContentType, byte[] Content);

/// <summary>A relationship of word/document.xml.</summary>
/// <param name="Id">Unique in the document and not rId1 to rId9, which are taken.</param>
/// <param name="Type">The relationship's type.</param>
/// <param name="Target">Relative to word/: charts/chart1.xml.</param>
public sealed record DocxRelation(string Id, string Type, string Target);

/// <summary>A part of a document after its signature, on pages of its own (NĐ 30/2020, annex I).</summary>
/// <param name="Word">"Phụ lục", or "Phụ lục I" where there are several.</param>
/// <param name="Title">In capitals.</param>
/// <param name="Reference">"(Kèm theo Báo cáo số …)"; may be empty.</param>
/// <param name="Body">What it shows.</param>
/// <param name="IsLandscape">For wide tables.</param>
public sealed record Appendix(
    string Word,
    string Title,
    string Reference,
    IReadOnlyList<Block> Body,
    bool IsLandscape = false
);
