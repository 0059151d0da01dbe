namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>A line of text as a visitor sees it.</summary>
/// <param name="Words">Folded and without marks: "cong khai du toan ngan sach nam 2022".</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">The text of the entry of a list or table in which it stands, its day included; else its own.</param>
internal sealed record PageBlock(string Words, BlockKind Kind, string Entry)
{
    /// <summary>All of the line, of which <see cref="Words"/> are the title.</summary>
    public required string Line { get; init; }

    /// <summary>A link of it leads to another page.</summary>
    public bool HasLink { get; init; }

    /// <summary>It leads to a file itself.</summary>
    public bool IsFile { get; init; }

    /// <summary>A file lies in its entry.</summary>
    public bool HasFile { get; init; }

    /// <summary>Of a table of figures.</summary>
    public bool IsFigures { get; init; }
}

internal enum BlockKind
{
    Text,

    /// <summary>Names what stands below it.</summary>
    Heading,

    /// <summary>Leads to an article or a file of the same site.</summary>
    Link,

    /// <summary>Leads to another site.</summary>
    Away,

    /// <summary>Says what a picture shows.</summary>
    Caption,
}
