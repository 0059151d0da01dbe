using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Units;

/// <summary>
/// The small lists that staff keep (units, targets, days off): a header line, then records, separated by commas,
/// semicolons or tabs, whichever shows the needed columns. Values may be quoted; every error names its line.
/// </summary>
public static class CsvTable
{
    /// <summary>Reads every record as a function from column name to text ("" where the column is missing).</summary>
    /// <exception cref="InvalidDataException">A required column is missing or a line can't be read; the message is Vietnamese.</exception>
    public static IEnumerable<CsvLine> Read(string text, params string[] required)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var separator = Separators.MaxBy(each => HeaderOf(lines[0], each).Intersect(required).Count());
        if (required.Length == 0)
            separator = Separators.MaxBy(each => HeaderOf(lines[0], each).Count);
        var header = HeaderOf(lines[0], separator);
        var missing = required.Except(header, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new InvalidDataException($"Dòng 1: thiếu cột {string.Join(", ", missing)}.");
        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index].Trim().Length > 0)
                yield return new CsvLine(index + 1, header, Split(lines[index], index + 1, separator));
        }
    }

    private static readonly char[] Separators = [',', ';', '\t'];

    private static List<string> HeaderOf(string line, char separator) =>
        [.. Split(line, 1, separator).Select(name => name.Trim())];

    private static List<string> Split(string line, int number, char separator)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == separator && !quoted)
                Close();
            else
                cell.Append(c);
        }
        if (quoted)
            throw new InvalidDataException($"Dòng {number}: dấu ngoặc kép chưa đóng.");
        Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}

/// <summary>One record of a <see cref="CsvTable"/>, with its 1-based line.</summary>
public sealed record CsvLine(int Line, IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    public string this[string column] =>
        Header
            .Index()
            .Where(at => at.Item == column && at.Index < Cells.Count)
            .Select(at => Cells[at.Index])
            .FirstOrDefault("");

    public DateOnly? Date(string column) =>
        this[column] is { Length: > 0 } text
            ? PeriodSpelling.DayOf(text)
                ?? throw Fault($"cột {column}: \"{text}\" không phải là ngày dạng 2022-03-25 hoặc 25/03/2022")
            : null;

    public InvalidDataException Fault(string reason) => new($"Dòng {Line}: {reason}.");
}
