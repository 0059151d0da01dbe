using System.Globalization;
using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>A chart as DrawingML: columns by rank and the line of the target, all values within the document.</summary>
internal static class ChartXml
{
    private const int FewBars = 12;
    private const string Met = "2F5597";
    private const string Below = "F4B183";

    private const string Shown =
        "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static byte[] Of(RateChart chart)
    {
        var size = chart.Bars.Count > FewBars ? 700 : 900;
        var xml = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:lang val=\"vi-VN\"/><c:roundedCorners val=\"0\"/>"
                + "<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>"
        );
        Columns(xml, chart);
        Line(xml, chart);
        Axes(xml, chart, size);
        xml.Append("</c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
        xml.Append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
        xml.Append("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>");
        Text(xml, size).Append("</c:chartSpace>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static void Columns(StringBuilder xml, RateChart chart)
    {
        xml.Append("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>");
        Series(xml, chart, 0, "Đạt chỉ tiêu", Met, bar => bar.IsMet ? bar.Rate : null);
        Series(xml, chart, 1, "Chưa đạt chỉ tiêu", Below, bar => bar.IsMet ? null : bar.Rate);
        // Each place holds one of both colours, so they may cover each other.
        xml.Append(
            "<c:gapWidth val=\"40\"/><c:overlap val=\"100\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>"
        );
    }

    private static void Series(
        StringBuilder xml,
        RateChart chart,
        int index,
        string name,
        string color,
        Func<RateBar, long?> value
    )
    {
        Opening(xml, index, name);
        xml.Append(
            Plain,
            $"<c:spPr><a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"404040\"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>"
        );
        if (chart.Bars.Count <= FewBars)
            Labels(xml, chart, size: 900, value);
        Values(xml, chart, index, value);
        xml.Append("</c:ser>");
    }

    // Written out: the decimal comma must not hang on the reader's settings.
    private static void Labels(StringBuilder xml, RateChart chart, int size, Func<RateBar, long?> value)
    {
        xml.Append("<c:dLbls>");
        foreach (var (at, bar) in chart.Bars.Index())
        {
            if (value(bar) is not { } hundredths)
                continue;
            xml.Append(
                Plain,
                $"<c:dLbl><c:idx val=\"{at}\"/><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\"/></a:pPr><a:r><a:rPr lang=\"vi-VN\" sz=\"{size}\"/><a:t>{hundredths / 100},{hundredths % 100:00}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val=\"outEnd\"/>{Shown}</c:dLbl>"
            );
        }
        xml.Append("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val=\"outEnd\"/>").Append(Shown);
        xml.Append("</c:dLbls>");
    }

    private static void Line(StringBuilder xml, RateChart chart)
    {
        xml.Append("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        Opening(xml, 2, "Chỉ tiêu");
        xml.Append(
            "<c:spPr><a:ln w=\"19050\" cap=\"flat\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:prstDash val=\"dash\"/></a:ln></c:spPr>"
        );
        // A line needs two points: a single one is shown by its mark.
        xml.Append(
            chart.Bars.Count > 1
                ? "<c:marker><c:symbol val=\"none\"/></c:marker>"
                : "<c:marker><c:symbol val=\"dash\"/><c:size val=\"15\"/></c:marker>"
        );
        Values(xml, chart, 2, bar => bar.Target);
        xml.Append(
            "<c:smooth val=\"0\"/></c:ser><c:marker val=\"1\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:lineChart>"
        );
    }

    private static void Opening(StringBuilder xml, int index, string name)
    {
        xml.Append(
            Plain,
            $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>BieuDo!${Column(index)}$1</c:f>"
        );
        xml.Append("<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>").AppendText(name);
        xml.Append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    }

    private static void Values(StringBuilder xml, RateChart chart, int index, Func<RateBar, long?> value)
    {
        var last = chart.Bars.Count + 1;
        xml.Append(
            Plain,
            $"<c:cat><c:strRef><c:f>BieuDo!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{chart.Bars.Count}\"/>"
        );
        foreach (var (at, bar) in chart.Bars.Index())
            xml.Append(Plain, $"<c:pt idx=\"{at}\"><c:v>").AppendText(bar.Label).Append("</c:v></c:pt>");
        xml.Append("</c:strCache></c:strRef></c:cat>");
        xml.Append(
            Plain,
            $"<c:val><c:numRef><c:f>BieuDo!${Column(index)}$2:${Column(index)}${last}</c:f><c:numCache><c:formatCode>0.00</c:formatCode><c:ptCount val=\"{chart.Bars.Count}\"/>"
        );
        foreach (var (at, bar) in chart.Bars.Index())
        {
            if (value(bar) is { } hundredths)
                xml.Append(Plain, $"<c:pt idx=\"{at}\"><c:v>{hundredths / 100}.{hundredths % 100:00}</c:v></c:pt>");
        }
        xml.Append("</c:numCache></c:numRef></c:val>");
    }

    private static char Column(int index) => (char)('B' + index);

    private static void Axes(StringBuilder xml, RateChart chart, int size)
    {
        xml.Append(
            "<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>"
        );
        xml.Append(
            "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
        );
        // Every name is shown, from bottom to top.
        xml.Append(
            Plain,
            $"<c:txPr><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:p><a:pPr><a:defRPr sz=\"{size}\"/></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr><c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>"
        );
        xml.Append(
            Plain,
            $"<c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{chart.Top}\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        );
        xml.Append(
            Plain,
            $"<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1001\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"{(chart.Top > 50 ? 20 : 10)}\"/></c:valAx>"
        );
    }

    private static StringBuilder Text(StringBuilder xml, int size) =>
        xml.Append(
            Plain,
            $"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:latin typeface=\"Times New Roman\"/><a:cs typeface=\"Times New Roman\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>"
        );
}
