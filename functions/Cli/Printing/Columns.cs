using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>Tables in which every text stands as it is, whatever brackets it has.</summary>
internal static class Columns
{
    public static Table Texts(this Table table, params string[] headings)
    {
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        return table;
    }

    public static Table Numbers(this Table table, params string[] headings)
    {
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned().NoWrap());
        return table;
    }

    public static void Row(this Table table, params IEnumerable<string> cells) =>
        table.AddRow(cells.Select(cell => new Text(cell)));
}
