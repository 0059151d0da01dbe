using System.Globalization;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>What a cell's tag says of it; <c>x:num</c> and <c>x:fmla</c> are Excel's.</summary>
/// <param name="Number">The number that Excel shows in its own way; null when the text is all there is.</param>
internal readonly record struct CellMarks(int Rows, int Columns, bool IsFormula, string? Number)
{
    /// <summary>The standard's own limits.</summary>
    private const int MostRows = 65_534;
    private const int MostColumns = 1_000;

    public static CellMarks Of(Attributes attributes)
    {
        var marks = new CellMarks(1, 1, IsFormula: false, Number: null);
        while (attributes.Next())
        {
            if (Is(attributes.Name, "rowspan"))
                marks = marks with { Rows = Rowed(attributes.Value) };
            else if (Is(attributes.Name, "colspan"))
                marks = marks with { Columns = Columned(attributes.Value) };
            else if (Is(attributes.Name, "x:fmla"))
                marks = marks with { IsFormula = true };
            else if (Is(attributes.Name, "x:num"))
                marks = marks with { Number = attributes.Value.ToString() };
        }
        return marks;
    }

    /// <summary>The text of a cell if it is a number, as invariant culture writes it.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool Is(ReadOnlySpan<char> name, string wanted) =>
        name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>A cell over no columns, or over more than there are, is a mistake: it stands in one.</summary>
    private static int Columned(ReadOnlySpan<char> value) => Count(value) is > 0 and <= MostColumns and var n ? n : 1;

    /// <summary>0 means all rows that follow.</summary>
    private static int Rowed(ReadOnlySpan<char> value) =>
        Count(value) is not { } count ? 1
        : count is 0 ? MostRows
        : Math.Min(count, MostRows);

    /// <summary>The digits that a number begins with, as the standard reads them (§2.3.4.2).</summary>
    private static int? Count(ReadOnlySpan<char> value)
    {
        value = value.TrimStart(" \t\n\r\f").TrimStart('+');
        if (value.IsEmpty || !char.IsAsciiDigit(value[0]))
            return null;
        var count = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c))
                break;
            count = Math.Min((count * 10) + (c - '0'), MostRows + 1);
        }
        return count;
    }
}
