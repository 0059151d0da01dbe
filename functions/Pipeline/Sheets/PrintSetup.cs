namespace CCHC.Pipeline.Sheets;

/// <summary>How a sheet is printed: A4, as wide as the page, pages numbered in the middle above from the second on.</summary>
public sealed record PrintSetup
{
    public bool IsLandscape { get; init; }

    /// <summary>Rows printed again on every page, the first and the last; null for none.</summary>
    public (int First, int Last)? RepeatedRows { get; init; }

    /// <summary>Of the page numbers, in points.</summary>
    public int NumberSize { get; init; } = 13;
}
