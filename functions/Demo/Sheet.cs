namespace CCHC.Demo;

/// <summary>One cell: its text, and the date or number behind it where the sheet keeps that.</summary>
internal readonly record struct Cell(string Text, DateTime? Date = null, int? Number = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>Rows of cells, top to bottom.</summary>
internal sealed record Sheet(IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>A kind of file and how a sheet becomes one.</summary>
internal sealed record FileFormat(string Extension, Func<Sheet, byte[]> Write)
{
    public static FileFormat Xlsx { get; } = new("xlsx", XlsxWriter.Write);

    public static FileFormat Utf8(char separator) =>
        new("csv", sheet => CsvWriter.Write(sheet, separator, new System.Text.UTF8Encoding(false)));

    public static FileFormat Utf8Bom(char separator) =>
        new("csv", sheet => CsvWriter.Write(sheet, separator, new System.Text.UTF8Encoding(true)));

    /// <summary>A spreadsheet's "Unicode text": UTF-16, tabs.</summary>
    public static FileFormat UnicodeText(string extension) =>
        new(extension, sheet => CsvWriter.Write(sheet, '\t', System.Text.Encoding.Unicode));
}
