using System.Globalization;
using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>A chart in a report: a native chart of Word's in the DOCX, a drawing in the preview.</summary>
internal static class ChartDrawing
{
    // English Metric Units, 635 to a twip: as wide as the text.
    private const long Width = PageLayout.Text * 635L;
    private const long Centimetre = 360_000;

    private const string ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";

    /// <summary>The drawing with all the parts it needs.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="number">Its number in the document.</param>
    public static Drawing Of(RateChart chart, int number)
    {
        var (plain, height) = (CultureInfo.InvariantCulture, chart.Bars.Count > 17 ? 72 : 85);
        var id = string.Create(plain, $"rIdChart{number}");
        var xml = new StringBuilder();
        xml.Append(
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"60\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing>"
        );
        xml.Append(
            plain,
            $"<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{Width}\" cy=\"{height * Centimetre / 10}\"/><wp:docPr id=\"{number}\" name=\"Biểu đồ {number}\" descr=\""
        );
        xml.AppendText(chart.Name + chart.Part);
        xml.Append(
            plain,
            $"\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{id}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        );
        var part = string.Create(plain, $"charts/chart{number}.xml");
        return new(xml.ToString(), ChartSvg.Of(chart))
        {
            Parts = [new DocxPart($"word/{part}", ChartType, ChartXml.Of(chart))],
            Relations = [new DocxRelation(id, Relation, part)],
        };
    }
}
