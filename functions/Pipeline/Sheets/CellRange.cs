using System.Globalization;

namespace CCHC.Pipeline.Sheets;

/// <summary>Cells from a row and column to another, both inclusive and counted from 1.</summary>
public readonly record struct CellRange
{
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;

    public CellRange(int top, int left, int bottom, int right)
    {
        var isRange =
            top >= 1 && left >= 1 && top <= bottom && left <= right && bottom <= MostRows && right <= MostColumns;
        if (!isRange)
            throw new ArgumentException(
                $"({top},{left}) to ({bottom},{right}) is no range of a sheet.",
                nameof(bottom)
            );
        (Top, Left, Bottom, Right) = (top, left, bottom, right);
    }

    public int Top { get; }

    public int Left { get; }

    public int Bottom { get; }

    public int Right { get; }

    public static CellRange Cell(int row, int column) => new(row, column, row, column);

    public bool Overlaps(CellRange other) =>
        Top <= other.Bottom && other.Top <= Bottom && Left <= other.Right && other.Left <= Right;

    /// <summary>"A1" or "A1:C3".</summary>
    public override string ToString() =>
        (Top, Left) == (Bottom, Right) ? Name(Top, Left) : $"{Name(Top, Left)}:{Name(Bottom, Right)}";

    /// <summary>"$A$1:$C$3".</summary>
    internal string Fixed =>
        string.Create(CultureInfo.InvariantCulture, $"${Letters(Left)}${Top}:${Letters(Right)}${Bottom}");

    internal static string Name(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <summary>1 is A, 27 is AA.</summary>
    private static string Letters(int column) =>
        (column > 26 ? Letters((column - 1) / 26) : "") + (char)('A' + (column - 1) % 26);
}
