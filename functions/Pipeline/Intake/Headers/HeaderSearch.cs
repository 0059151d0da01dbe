using System.Buffers;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// Looks for the header in the first rows of a table. Rows before it are titles. A header over several rows is
/// one more way to read a candidate here.
/// </summary>
internal sealed class HeaderSearch
{
    private const int RowsSearched = 30;
    private const int LongestTitle = 400;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The header if all required columns are there.</summary>
    public Header? Header { get; private set; }

    /// <summary>The texts of the rows before it.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>The row that came nearest to a header; null when none looks like one.</summary>
    public Header? Nearest { get; private set; }

    /// <summary>Known header texts in <see cref="Nearest"/>.</summary>
    public int Known { get; private set; }

    /// <summary>Headers of <see cref="Nearest"/> that may be told to the sender: no row of data is ever listed.</summary>
    public IReadOnlyList<string> Listed { get; private set; } = [];

    /// <summary>Leaves <paramref name="table"/> right after the header when there is one.</summary>
    public static HeaderSearch In(RowSource table, Lexicon lexicon)
    {
        var search = new HeaderSearch();
        var row = new Row();
        for (var i = 0; i < RowsSearched && search.Header is null && table.Read(row); i++)
            search.Look(row, lexicon);
        return search;
    }

    private void Look(Row row, Lexicon lexicon)
    {
        var (header, known) = HeaderRow.Read(row, lexicon);
        if (header.IsComplete)
            Header = header;
        else
            Titles.Add(Joined(row));
        if (known > Known && (known > 1 || !HasDigits(row)))
            (Nearest, Known, Listed) = (header, known, Safe(row, lexicon));
    }

    private static List<string> Safe(Row row, Lexicon lexicon)
    {
        var listed = new List<string>();
        for (var place = 0; place < row.Count; place++)
        {
            var text = row[place];
            if (!text.IsEmpty && (lexicon.Knows(text) || !text.ContainsAny(Digits)))
                listed.Add(HeaderRow.Shown(text));
        }
        return listed;
    }

    private static bool HasDigits(Row row)
    {
        for (var place = 0; place < row.Count; place++)
        {
            if (row[place].ContainsAny(Digits))
                return true;
        }
        return false;
    }

    private static string Joined(Row row)
    {
        var title = new System.Text.StringBuilder();
        for (var place = 0; place < row.Count && title.Length < LongestTitle; place++)
        {
            var text = row[place];
            if (!text.IsEmpty)
                title.Append(text[..Math.Min(text.Length, LongestTitle)]).Append(' ');
        }
        return title.ToString();
    }
}
