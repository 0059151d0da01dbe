using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Headers;
using CCHC.Pipeline.Intake.Rows;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// The dossiers of a file that stand in several of its tables. Tables with the same columns are one; where the columns
/// differ, or dossiers stand in a table without a header, nothing is guessed and nothing left out: the file is refused.
/// </summary>
internal static class PageChoice
{
    /// <summary>Rows looked at in a table without a known header: more than titles and headers may take.</summary>
    private const int RowsLookedAt = 50;

    /// <summary>What is read when these tables, in the file's order, are looked at one by one.</summary>
    public static TableChoice? Of(ExportFile file, Lexicon lexicon)
    {
        if (!file.HasPages || file.Tables.Count < 2)
            return null;
        var (pages, others) = (new List<TableChoice>(), new List<RowSource>());
        foreach (var table in file.Tables)
        {
            var choice = TableChoice.In(new ExportFile([table]), lexicon);
            if (choice.Table is not null)
                pages.Add(choice);
            else if (choice.Defect is { Outcome: Outcome.Refused } broken)
                return Refused(choice, broken);
            else
                others.Add(table);
        }
        if (pages.Count == 0)
            return null;
        var header = pages[0].Search.Header!;
        if (others.Exists(table => HoldsDossiers(table, header, lexicon)))
            return Refused(pages[0], FileDefects.TableWithoutHeader);
        return pages.Count == 1 ? StandingAfterHeader(pages[0]) : Joined(pages);
    }

    private static TableChoice Joined(List<TableChoice> pages)
    {
        var header = pages[0].Search.Header!;
        if (!pages.TrueForAll(page => header.HasSamePlaces(page.Search.Header!)))
            return Refused(pages[0], FileDefects.TablesDiffer(pages.Count));
        var rows = new PagedRows([.. pages.Select(page => (page.Table!, page.Search.Header!.Depth))]);
        return StandingAfterHeader(pages[0] with { Table = rows, Warning = FileFaults.SeveralTables(pages.Count) });
    }

    private static TableChoice StandingAfterHeader(TableChoice choice)
    {
        choice.Table!.Rewind();
        FirstLines.Skip(choice.Table, choice.Search.Header!.Depth);
        return choice;
    }

    private static TableChoice Refused(TableChoice first, FileDefect defect) =>
        first with
        {
            Table = null,
            Defect = defect,
        };

    private static bool HoldsDossiers(RowSource table, Header header, Lexicon lexicon)
    {
        table.Rewind();
        var row = new Row();
        for (var i = 0; i < RowsLookedAt && table.Read(row); i++)
        {
            if (DossierCode.Parse(header.Cell(row, Column.Code), lexicon.Profile.NumericCodes) is not null)
                return true;
        }
        return false;
    }
}
