using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>A produced XLSX read back from its bytes, sheet by sheet, without the code that wrote it.</summary>
internal sealed class ReadBook
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly byte[] bytes;
    private readonly Dictionary<string, string> parts;

    public ReadBook(byte[] bytes)
    {
        this.bytes = bytes;
        var targets = Part("xl/_rels/workbook.xml.rels")
            .Elements()
            .ToDictionary(r => r.Attribute("Id")!.Value, r => r.Attribute("Target")!.Value);
        var sheets = Part("xl/workbook.xml").Descendants(S + "sheet").ToList();
        Names = [.. sheets.Select(sheet => sheet.Attribute("name")!.Value)];
        parts = sheets.ToDictionary(
            sheet => sheet.Attribute("name")!.Value,
            sheet => targets[sheet.Attribute(R + "id")!.Value]
        );
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The definition of names: print titles among them.</summary>
    public string Defined =>
        string.Join('\n', Part("xl/workbook.xml").Descendants(S + "definedName").Select(d => d.Value));

    public XElement Sheet(string name) => Part(parts[name].StartsWith('/') ? parts[name][1..] : $"xl/{parts[name]}");

    /// <summary>Cells by reference; numbers as they are stored.</summary>
    public Dictionary<string, string> Cells(string name) =>
        Sheet(name)
            .Descendants(S + "c")
            .Where(cell => cell.Value.Length > 0)
            .ToDictionary(cell => cell.Attribute("r")!.Value, cell => cell.Value);

    public IReadOnlyList<string> Merged(string name) =>
        [.. Sheet(name).Descendants(S + "mergeCell").Select(cell => cell.Attribute("ref")!.Value)];

    /// <summary>Names and columns 3 to 13 of the rows under the numbers of the columns, the sum last.</summary>
    public IReadOnlyList<(string Name, int[] Figures)> Rows(string name)
    {
        var cells = Cells(name);
        var rows = new List<(string, int[])>();
        for (var row = 10; cells.TryGetValue(At('B', row), out var label); row++)
            rows.Add((label, [.. "CDEFGHIJKLM".Select(column => Number(cells[At(column, row)]))]));
        return rows;
    }

    public void ShouldBeValid()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(book)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
    }

    private static string At(char column, int row) => string.Create(CultureInfo.InvariantCulture, $"{column}{row}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private XElement Part(string name)
    {
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
