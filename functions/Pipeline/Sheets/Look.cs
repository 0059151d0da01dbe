namespace CCHC.Pipeline.Sheets;

/// <summary>Where a cell's content stands across its width.</summary>
public enum Across
{
    /// <summary>Text left, numbers and days right.</summary>
    General,
    Left,
    Center,
    Right,
}

/// <summary>Where a cell's content stands in its height.</summary>
public enum Down
{
    Middle,
    Top,
    Bottom,
}

/// <summary>How a cell shows what it holds, and what a spreadsheet makes of what is typed into it.</summary>
public enum CellFormat
{
    General,

    /// <summary>What is typed stays as typed: no day turns into another one by the reader's locale.</summary>
    Text,

    /// <summary>1.234, grouped as the reader's locale does.</summary>
    Whole,

    /// <summary>25/03/2022.</summary>
    Day,
}

/// <summary>What a cell looks like: Times New Roman, black on white, without lines, unless something else is said.</summary>
public sealed record Look
{
    public static Look Plain { get; } = new();

    /// <summary>In points.</summary>
    public int Size { get; init; } = 12;

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Of the text, RRGGBB.</summary>
    public string Color { get; init; } = "000000";

    /// <summary>Behind the text, RRGGBB; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>Thin lines on all four sides.</summary>
    public bool HasBorder { get; init; }

    public Across Across { get; init; }

    public Down Down { get; init; }

    /// <summary>A long text goes on in further lines of its cell; the row's height is the caller's to give.</summary>
    public bool Wraps { get; init; }

    public CellFormat Format { get; init; }

    /// <summary>May be filled in where the sheet is protected.</summary>
    public bool IsInput { get; init; }
}
