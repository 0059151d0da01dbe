using System.Globalization;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Collects the blocks of a report and numbers its sections.</summary>
internal sealed class ReportBody
{
    private readonly List<Block> blocks = [];
    private int sections;
    private int parts;

    public IReadOnlyList<Block> Blocks => blocks;

    public void Section(string title)
    {
        parts = 0;
        blocks.Add(new Heading(string.Create(CultureInfo.InvariantCulture, $"{++sections}. {title}")));
    }

    public void Part(string title) =>
        blocks.Add(
            new Heading(string.Create(CultureInfo.InvariantCulture, $"{sections}.{++parts}. {title}"), Level: 2)
        );

    public void Say(string text) => blocks.Add(new Paragraph(text));

    public void Dashes(IEnumerable<string> points) =>
        blocks.AddRange(points.Select(point => new Paragraph($"- {point}")));

    public void Note(string text) => blocks.Add(new Note(text));

    public void Caption(string text) => blocks.Add(new Caption(text));

    public void Show(Block block) => blocks.Add(block);

    /// <summary>A table whose first column numbers the rows.</summary>
    public void Numbered(IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        blocks.Add(
            new DataTable(
                [new TableColumn("STT", 13, ColumnAlign.Center), .. columns],
                [.. rows.Select((row, index) => new TableRow([Vietnamese.Figure(index + 1), .. row]))]
            )
        );
}
