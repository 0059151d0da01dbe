using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Formats.Recodings;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake;

/// <summary>Which of the tables that a file may hold is read, and in which encoding.</summary>
/// <param name="Table">The table, standing right after its header; null when none has the required headers.</param>
/// <param name="Search">What was found in it; without a table, in the one that came nearest.</param>
internal sealed record TableChoice(RowSource? Table, HeaderSearch Search)
{
    /// <summary>Known headers, and where encodings had to be compared also the known values of the first rows.</summary>
    public int Score { get; init; } = Search.Known;

    /// <summary>Why there is no table, if it isn't just that no headers were known.</summary>
    public FileDefect? Defect { get; init; }

    /// <summary>More than one table of the file is read.</summary>
    public RowFault? Warning { get; init; }

    /// <summary>
    /// The first table that has the required headers, as it stands if it does; else in an older encoding. Tables that
    /// stand in a file beside one another are all read.
    /// </summary>
    public static TableChoice In(ExportFile file, Lexicon lexicon)
    {
        if (PageChoice.Of(file, lexicon) is { } pages)
            return pages;
        var nearest = new TableChoice(null, new HeaderSearch());
        FileDefect? broken = null;
        foreach (var table in file.Tables)
        {
            table.Rewind();
            if (table.IsUndecoded)
                continue;
            var choice = AsItStands(table, lexicon);
            if (choice.Table is not null)
                return choice;
            broken ??= table.Defect;
            nearest = Nearer(nearest, choice);
        }
        foreach (var table in file.Tables)
        {
            var sample = SampleRows.Of(table);
            broken ??= sample.Defect;
            if (RecodedRows.IsSame(sample.Text))
                continue;
            var choice = RecodedTable.Find(table, sample, lexicon);
            if (choice.Table is not null)
                return choice;
            nearest = Nearer(nearest, choice);
        }
        return broken is null ? nearest : nearest with { Defect = broken };
    }

    private static TableChoice AsItStands(RowSource table, Lexicon lexicon)
    {
        var search = HeaderSearch.In(table, lexicon);
        if (search.Header is null)
            return new(null, search);
        if (!table.Beginning.IsEmpty && !VietnameseText.HasForeign(table.Beginning))
            return new(table, search);
        var isDoubtful = !table.Beginning.IsEmpty || VietnameseText.HasForeign(SampleRows.FirstOf(table).Text);
        var recoded = isDoubtful ? RecodedTable.Find(table, SampleRows.Of(table), lexicon) : null;
        if (recoded is { Table: not null })
            return recoded;
        table.Rewind();
        return new(table, HeaderSearch.In(table, lexicon));
    }

    private static TableChoice Nearer(TableChoice one, TableChoice other) =>
        other.Search.Known > one.Search.Known || (other.Search.Known == one.Search.Known && one.Defect is null)
            ? other
            : one;
}
