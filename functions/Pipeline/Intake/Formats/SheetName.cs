namespace CCHC.Pipeline.Intake.Formats;

/// <summary>How a sheet is told to its sender: by its place, since its name may be anybody's (design.md §4, law 8).</summary>
internal static class SheetName
{
    /// <summary>"thứ 2", by its place among the visible sheets.</summary>
    public static string Shown(int number) => FormattableString.Invariant($"thứ {number}");
}
