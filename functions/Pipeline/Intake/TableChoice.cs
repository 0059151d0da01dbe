using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake;

/// <summary>Which of the tables that a file may hold is read.</summary>
/// <param name="Table">The table, standing right after its header; null when none has the required headers.</param>
/// <param name="Search">What was found in it; without a table, in the one that came nearest.</param>
internal sealed record TableChoice(RowSource? Table, HeaderSearch Search)
{
    /// <summary>The first table that has the required headers.</summary>
    public static TableChoice In(ExportFile file, Lexicon lexicon)
    {
        var nearest = new HeaderSearch();
        foreach (var table in file.Tables)
        {
            var search = HeaderSearch.In(table, lexicon);
            if (search.Header is not null)
                return new(table, search);
            if (search.Known > nearest.Known)
                nearest = search;
        }
        return new(null, nearest);
    }
}
