using System.Globalization;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>The numbers of columns below a header: (1) (2) (3), or A B 1 2 3, or 3=4+5.</summary>
internal static class ColumnNumbers
{
    private const int Fewest = 3;

    public static bool Are(RowTexts cells)
    {
        var last = '\0';
        var number = -1;
        for (var i = 0; i < cells.Count; i++)
        {
            var text = cells[i].AsSpan().Trim("()[]");
            var sum = text.IndexOf('=');
            if (sum > 0)
                text = text[..sum].Trim().Trim("()[]");
            if (
                text.Length == 1
                && char.IsAsciiLetterUpper(text[0])
                && number < 0
                && (last == 0 || text[0] == last + 1)
            )
                last = text[0];
            else if (!IsNext(text, ref number))
                return false;
        }
        return cells.Count >= Fewest;
    }

    private static bool IsNext(ReadOnlySpan<char> text, ref int number)
    {
        var before = number;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && (before < 0 || number == before + 1);
    }
}
