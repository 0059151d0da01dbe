using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>A line whose cells all stand in one, because another separator stands between them than in its file.</summary>
internal sealed class CrammedRow(Header header)
{
    /// <summary>Fewer cells may be a sentence with commas.</summary>
    private const int FewestCells = 4;
    private static readonly char[] Separators = [';', '\t', '|', ','];

    /// <summary>The separator that would make a row of it; null for any other row.</summary>
    public char? SeparatorIn(Row row)
    {
        if (OnlyCell(row) is not { } place)
            return null;
        var text = row[place];
        if (text.IndexOfAnyInRange('0', '9') < 0)
            return null;
        foreach (var separator in Separators)
        {
            var cells = text.Count(separator) + 1;
            if (cells >= FewestCells && (HasCode(text, separator) || 2 * cells >= header.Width))
                return separator;
        }
        return null;
    }

    private static int? OnlyCell(Row row)
    {
        if (row.CountFilled(2) != 1)
            return null;
        var place = 0;
        while (row[place].IsEmpty)
            place++;
        return place;
    }

    private static bool HasCode(ReadOnlySpan<char> text, char separator)
    {
        foreach (var cell in text.Split(separator))
        {
            if (DossierCode.Parse(text[cell].Trim(" \"'"), numericCodes: false) is not null)
                return true;
        }
        return false;
    }
}
