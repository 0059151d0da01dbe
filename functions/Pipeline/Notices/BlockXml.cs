using System.Diagnostics;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>One block of a body as WordprocessingML.</summary>
internal static class BlockXml
{
    private const int MarkColumn = 800;
    private const int ValueColumn = 1700;

    /// <summary>Writes a block.</summary>
    /// <param name="xml">Written to.</param>
    /// <param name="block">The block.</param>
    /// <param name="next">The block after it: an introduction stays with its table.</param>
    /// <param name="width">Of the text on this page, in twips.</param>
    public static void Write(StringBuilder xml, Block block, Block? next, int width)
    {
        switch (block)
        {
            case Heading heading:
                xml.Paragraph(heading.Level == 1 ? Formats.Heading : Formats.SubHeading, heading.Text);
                break;
            case Paragraph paragraph:
                var kept = next is FigureTable or DataTable or Drawing;
                xml.Paragraph(kept ? Formats.BodyKept : Formats.Body, paragraph.Text);
                break;
            case Caption caption:
                xml.Paragraph(Formats.Caption, caption.Text);
                break;
            case Note note:
                xml.Paragraph(Formats.Note, note.Text);
                break;
            case FigureTable table:
                Table(xml, table, width);
                break;
            case DataTable table:
                Table(xml, table, width);
                break;
            case Drawing drawing:
                xml.Append(drawing.WordXml);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Table(StringBuilder xml, FigureTable table, int width)
    {
        var columns = (MarkColumn, Label: width - MarkColumn - ValueColumn, ValueColumn);
        xml.OpenTable(borders: true, MarkColumn, columns.Label, ValueColumn);
        xml.OpenRow(header: true);
        Cells(table.Header, Formats.ColumnTitle, Formats.ColumnTitle, Formats.ColumnTitle);
        foreach (var row in table.Rows)
        {
            xml.OpenRow();
            if (row.IsSum)
                Cells(row, Formats.Mark, Formats.Sum, Formats.SumValue);
            else
                Cells(row, Formats.Mark, Formats.Part, Formats.PartValue);
        }
        xml.CloseTable().Paragraph(Formats.AfterTable, "");

        void Cells(FigureRow row, ParagraphFormat mark, ParagraphFormat label, ParagraphFormat value)
        {
            xml.OpenCell(MarkColumn).Paragraph(mark, row.Mark).CloseCell();
            xml.OpenCell(columns.Label).Paragraph(label, row.Label).CloseCell();
            xml.OpenCell(ValueColumn).Paragraph(value, row.Value).CloseCell().CloseRow();
        }
    }

    private static void Table(StringBuilder xml, DataTable table, int width)
    {
        var widths = Widths(table.Columns, width);
        xml.OpenTable(borders: true, widths).OpenRow(header: true);
        foreach (var (index, column) in table.Columns.Index())
            xml.OpenCell(widths[index], middle: true).Paragraph(Formats.DataTitle, column.Title).CloseCell();
        xml.CloseRow();
        foreach (var row in table.Rows)
        {
            xml.OpenRow();
            foreach (var (index, cell) in row.Cells.Index())
            {
                var format = Formats.Cell(table.Columns[index].Align, row.IsBold);
                xml.OpenCell(widths[index], middle: true).Paragraph(format, cell).CloseCell();
            }
            xml.CloseRow();
        }
        xml.CloseTable().Paragraph(Formats.AfterTable, "");
    }

    /// <summary>Whole twips that add up to the width: the last column takes the rest.</summary>
    private static int[] Widths(IReadOnlyList<TableColumn> columns, int width)
    {
        var all = columns.Sum(column => column.Width);
        var widths = columns.Select(column => width * column.Width / all).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
