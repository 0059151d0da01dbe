namespace CCHC.Pipeline.Sheets;

/// <summary>Days as spreadsheets count them.</summary>
internal static class SerialDays
{
    /// <summary>Day 0 by which days from March 1900 on come out right (1900 is held for a leap year).</summary>
    public static DateOnly Epoch { get; } = new(1899, 12, 30);
}
