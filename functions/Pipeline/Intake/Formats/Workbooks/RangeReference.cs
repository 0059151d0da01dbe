using System.Globalization;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>A range of cells like "B2:C7": its lines, and its columns from 0.</summary>
internal readonly record struct RangeReference(int Top, int Bottom, int Left, int Right)
{
    public static RangeReference? Parse(string? reference)
    {
        var ends = (reference ?? "").Replace("$", "", StringComparison.Ordinal).Split(':');
        if (
            ends.Length > 2
            || !TryEnd(ends[0], out var left, out var top)
            || !TryEnd(ends[^1], out var right, out var bottom)
        )
            return null;
        return new(Math.Min(top, bottom), Math.Max(top, bottom), Math.Min(left, right), Math.Max(left, right));
    }

    public bool IsOneCell => Top == Bottom && Left == Right;

    public bool Covers(int line, int column) => line >= Top && line <= Bottom && column >= Left && column <= Right;

    private static bool TryEnd(string end, out int column, out int line)
    {
        column = CellReference.ColumnOf(end) ?? 0;
        var digits = end.AsSpan(end.AsSpan().IndexOfAnyInRange('0', '9') is var at and >= 0 ? at : end.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out line) && line > 0;
    }
}
