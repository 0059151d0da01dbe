using System.IO.Compression;
using System.Xml.Linq;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>A produced DOCX looked at from outside: its parts as XML, its paragraphs by their text.</summary>
internal sealed class WordPage
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public WordPage(ReviewedUnit unit)
        : this(NoticeText.Compose(unit, Authority.On(unit.ReviewedOn))) { }

    public WordPage(Letter letter)
    {
        Bytes = LetterDocx.Write(letter);
        Document = Part("word/document.xml");
    }

    public byte[] Bytes { get; }

    public XElement Document { get; }

    public IReadOnlyList<XElement> Paragraphs => [.. Document.Descendants(W + "p")];

    public string Words => string.Join('\n', Paragraphs.Select(Text));

    public static string Text(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(t => t.Value));

    public XElement Paragraph(string start) =>
        Paragraphs.Single(p => Text(p).StartsWith(start, StringComparison.Ordinal));

    /// <summary>The first paragraph after that one that has a drawn line; its length in twips in a column of that width.</summary>
    public int LineUnder(string start)
    {
        var line = Paragraph(start).ElementsAfterSelf(W + "p").First(p => p.Descendants(W + "pBdr").Any());
        var column = Number(line.Ancestors(W + "tc").First(), "tcW", "w");
        return column - Number(line, "ind", "left") - Number(line, "ind", "right");
    }

    public static int Number(XElement within, string element, string attribute) =>
        int.Parse(Value(within, element, attribute), System.Globalization.CultureInfo.InvariantCulture);

    public static string Value(XElement within, string element, string attribute) =>
        within.Descendants(W + element).First().Attribute(W + attribute)!.Value;

    /// <summary>"13", "14 bold", "14 italic", "12 bold italic": size in points and style of the paragraph's one run.</summary>
    public static string Look(XElement paragraph)
    {
        var run = paragraph.Elements(W + "r").Single().Element(W + "rPr")!;
        var bold = run.Element(W + "b") is null ? "" : " bold";
        var italic = run.Element(W + "i") is null ? "" : " italic";
        return $"{Number(run, "sz", "val") / 2m:0.#}{bold}{italic}";
    }

    public XElement Part(string name)
    {
        using var package = new ZipArchive(new MemoryStream(Bytes));
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
