using System.Globalization;
using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>Reads the cells of a sheet's XML.</summary>
internal sealed class SheetCells(Workbook workbook)
{
    /// <summary>More formulas over ranges at one place are no export.</summary>
    private const int MostRanges = 100;

    /// <summary>As many as a row can have.</summary>
    private const int MostColumns = 16_384;

    private readonly TextBuffer value = new();
    private readonly List<RangeReference> computed = [];

    private int passedOver;

    public void Rewind() => computed.Clear();

    public void BeginRow() => passedOver = 0;

    /// <summary>Adds one cell to its row.</summary>
    /// <exception cref="InvalidDataException">A cell stands twice or out of its order: one of them would be lost.</exception>
    public void Read(XmlReader reader, TextBuffer text, Row row)
    {
        var column = CellReference.ColumnOf(reader.GetAttribute("r")) ?? row.Count;
        var type = reader.GetAttribute("t");
        var (start, hasFormula) = (text.Length, false);
        value.Clear();
        if (!reader.IsEmptyElement)
            hasFormula = ReadValue(reader, row.Line);
        if (column >= Row.MaxCells)
        {
            PassOver();
            return;
        }
        if (column < row.Count)
            throw new InvalidDataException("Cells stand twice or out of their order.");
        text.Append(TextOf(type), start);
        row.PadTo(column);
        row.Add(start, text.Length - start, KindOf(type, hasFormula || IsComputed(row.Line, column)));
    }

    /// <summary>Fills <see cref="value"/>; true when the cell is computed.</summary>
    private bool ReadValue(XmlReader reader, int line)
    {
        var hasFormula = false;
        while (reader.Next() && !reader.IsEnd("c"))
        {
            if (reader.IsStart("f"))
            {
                hasFormula = true;
                NoteRange(reader, line);
            }
            if (reader.IsStart("v"))
                RichText.Read(reader, "v", value);
            else if (reader.IsStart("is"))
                RichText.Read(reader, "is", value);
        }
        return hasFormula;
    }

    /// <summary>The formula of an array or of a data table stands in its first cell only; the others show values.</summary>
    private void NoteRange(XmlReader reader, int line)
    {
        var isOverRange = reader.GetAttribute("t") is "array" or "dataTable";
        if (!isOverRange || RangeReference.Parse(reader.GetAttribute("ref")) is not { IsOneCell: false } range)
            return;
        computed.RemoveAll(passed => passed.Bottom < line);
        if (computed.Count == MostRanges)
            throw new WorkbookTooLargeException();
        computed.Add(range);
    }

    /// <summary>Cells beyond those of any export.</summary>
    private void PassOver()
    {
        if (++passedOver > MostColumns)
            throw new WorkbookTooLargeException();
    }

    private bool IsComputed(int line, int column) =>
        computed.Count > 0 && computed.Exists(range => range.Covers(line, column));

    private ReadOnlySpan<char> TextOf(string? type)
    {
        var written = value.Chars.AsSpan(0, value.Length);
        if (type == "d")
            return WithoutZone(written.Trim());
        if (type != "s" || written.IsEmpty)
            return written;
        return uint.TryParse(
            written,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var index
        )
            ? workbook.SharedTexts[index]
            : throw new InvalidDataException("Not the number of a text.");
    }

    /// <summary>
    /// A date as ISO 8601: Excel shows the time as it is written, whatever zone stands behind it (SheetJS writes the
    /// time of the clock and a Z).
    /// </summary>
    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> date)
    {
        var time = date.IndexOf('T');
        if (time < 0)
            return date;
        var zone = date[time..].IndexOfAny(".Z+-");
        return zone < 0 ? date : date[..(time + zone)];
    }

    private static CellKind KindOf(string? type, bool hasFormula)
    {
        if (hasFormula)
            return CellKind.Formula;
        return type is null or "n" ? CellKind.Number : CellKind.Text;
    }
}
