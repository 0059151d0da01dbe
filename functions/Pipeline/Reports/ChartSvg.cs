using System.Globalization;
using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>A chart as an svg element for previews: a bar for each unit, a mark for its target.</summary>
internal static class ChartSvg
{
    private const int Row = 18;
    private const int Labels = 210;
    private const int Bars = 380;

    public static string Of(RateChart chart)
    {
        var (plain, height) = (CultureInfo.InvariantCulture, chart.Bars.Count * Row);
        var svg = new StringBuilder();
        svg.Append(
            plain,
            $"<svg viewBox=\"0 0 {Labels + Bars + 60} {height}\" role=\"img\" font-size=\"12\" font-family=\"inherit\"><title>"
        );
        svg.AppendText(chart.Name + chart.Part).Append("</title>");
        foreach (var (index, bar) in chart.Bars.Index())
            Write(svg, bar, index * Row, chart.Top);
        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, RateBar bar, int top, int axis)
    {
        var plain = CultureInfo.InvariantCulture;
        svg.Append(plain, $"<text x=\"{Labels - 8}\" y=\"{top + 13}\" text-anchor=\"end\">").AppendText(bar.Label);
        svg.Append("</text>");
        if (bar.Rate is { } rate)
        {
            var length = At(rate, axis);
            svg.Append(
                plain,
                $"<rect x=\"{Labels}\" y=\"{top + 2}\" width=\"{length}\" height=\"{Row - 4}\" fill=\"{(bar.IsMet ? "#2F5597" : "#F4B183")}\" stroke=\"#404040\" stroke-width=\".5\"/>"
            );
            svg.Append(
                plain,
                $"<text x=\"{Labels + length + 4}\" y=\"{top + 13}\">{rate / 100},{rate % 100:00}</text>"
            );
        }
        if (bar.Target is { } target)
            svg.Append(
                plain,
                $"<path d=\"M{Labels + At(target, axis)} {top}v{Row}\" stroke=\"#000\" stroke-width=\"1.5\" stroke-dasharray=\"4 2\"/>"
            );
    }

    private static long At(long hundredths, int axis) => hundredths * Bars / (axis * 100L);
}
