using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CCHC.Pipeline.Tests.Sheets;

/// <summary>A workbook read by another implementation of the format.</summary>
internal sealed class ReadBook : IDisposable
{
    private readonly SpreadsheetDocument document;

    public ReadBook(byte[] content) =>
        document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);

    public WorkbookPart Book => document.WorkbookPart!;

    /// <summary>What the format's schema and rules say against the file.</summary>
    public IReadOnlyList<string> Errors() =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];

    public IReadOnlyList<DocumentFormat.OpenXml.Spreadsheet.Sheet> Sheets =>
        [.. Book.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()];

    public Worksheet Sheet(string name)
    {
        var sheet = Sheets.Single(one => one.Name == name);
        return ((WorksheetPart)Book.GetPartById(sheet.Id!)).Worksheet!;
    }

    public Cell Cell(string sheet, string at) =>
        Sheet(sheet).Descendants<Cell>().Single(cell => cell.CellReference == at);

    public CellFormat Format(Cell cell) =>
        Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public Font Font(Cell cell) => Styles.Fonts!.Elements<Font>().ElementAt((int)Format(cell).FontId!.Value);

    public Stylesheet Styles => Book.WorkbookStylesPart!.Stylesheet!;

    public void Dispose() => document.Dispose();
}
