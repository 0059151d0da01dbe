using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>A produced DOCX read back from its bytes: paragraphs, tables and the values charts carry.</summary>
internal sealed class ReadDocument(byte[] bytes)
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private readonly XElement body = Part(bytes, "word/document.xml").Element(W + "body")!;

    public IReadOnlyList<string> Lines => [.. body.Descendants(W + "p").Select(Text)];

    public string Words => string.Join('\n', Lines);

    /// <summary>Rows of cells of the table under that caption.</summary>
    public IReadOnlyList<string[]> TableUnder(string caption) =>
        Rows(
            body.Elements()
                .SkipWhile(element => !Text(element).StartsWith(caption, StringComparison.Ordinal))
                .First(element => element.Name == W + "tbl")
        );

    /// <summary>Rows of cells of the first table whose header has that title.</summary>
    public IReadOnlyList<string[]> TableWith(string title) =>
        Rows(body.Descendants(W + "tbl").First(table => Rows(table)[0].Contains(title)));

    /// <summary>All charts in order: per name the rate in either colour and the target, null where nothing is drawn.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, decimal? Met, decimal? Below, decimal? Target)>> Charts
    {
        get
        {
            var parts = Relations("word/_rels/document.xml.rels");
            return
            [
                .. body.Descendants(C + "chart")
                    .Select(chart => parts[chart.Attributes().Single(a => a.Name.LocalName == "id").Value])
                    .Select(target => Bars(Part(bytes, $"word/{target}"))),
            ];
        }
    }

    public void ShouldBeValid()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(word)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
    }

    private static List<(string, decimal?, decimal?, decimal?)> Bars(XElement chart)
    {
        var series = chart.Descendants(C + "ser").ToDictionary(ser => ser.Element(C + "tx")!.Value.Split('1')[^1]);
        var names = Cached(series["Chỉ tiêu"], "cat");
        var (met, below, target) = (
            Cached(series["Đạt chỉ tiêu"], "val"),
            Cached(series["Chưa đạt chỉ tiêu"], "val"),
            Cached(series["Chỉ tiêu"], "val")
        );
        return
        [
            .. Enumerable
                .Range(0, names.Count)
                .Select(at => (names[at], Value(met, at), Value(below, at), Value(target, at))),
        ];
    }

    private static Dictionary<int, string> Cached(XElement series, string role) =>
        series
            .Element(C + role)!
            .Descendants(C + "pt")
            .ToDictionary(
                pt => int.Parse(pt.Attribute("idx")!.Value, CultureInfo.InvariantCulture),
                pt => pt.Element(C + "v")!.Value
            );

    private static decimal? Value(Dictionary<int, string> values, int at) =>
        values.TryGetValue(at, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private Dictionary<string, string> Relations(string part) =>
        Part(bytes, part)
            .Elements()
            .ToDictionary(relation => relation.Attribute("Id")!.Value, relation => relation.Attribute("Target")!.Value);

    private static List<string[]> Rows(XElement table) =>
        [.. table.Elements(W + "tr").Select(row => row.Elements(W + "tc").Select(Text).ToArray())];

    private static string Text(XElement element) => string.Concat(element.Descendants(W + "t").Select(t => t.Value));

    private static XElement Part(byte[] bytes, string name)
    {
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
