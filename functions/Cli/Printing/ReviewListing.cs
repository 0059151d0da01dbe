using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Printing;

/// <summary>A review for programs: one line per unit and KPI with a target, by unit, then in the KPIs' order.</summary>
internal static class ReviewListing
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<(ReviewedUnit Unit, Finding Finding)> Sorted(IEnumerable<ReviewedUnit> units) =>
        units
            .OrderBy(unit => unit.Unit.Id, StringComparer.Ordinal)
            .SelectMany(unit =>
                unit.Findings.OrderBy(finding => KpiCatalogue.All.ToList().IndexOf(finding.Kpi))
                    .Select(finding => (unit, finding))
            );

    public static string Csv(IEnumerable<ReviewedUnit> units)
    {
        var text = new StringBuilder("period,unit,unit_name,kpi,num,den,unknown,target,verdict\n");
        foreach (var (unit, finding) in Sorted(units))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{unit.Period.Name},{unit.Unit.Id},{InertCsv.Cell(unit.Unit.Name)},{finding.Kpi.Id},{finding.Figure.Num},{finding.Figure.Den},{finding.Figure.Unknown},{finding.Target.TextInvariant},{finding.Verdict.Id()}\n"
            );
        return text.ToString();
    }

    public static string Json(IEnumerable<ReviewedUnit> units)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartArray();
            foreach (var (unit, finding) in Sorted(units))
                Write(json, unit, finding);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ReviewedUnit unit, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("period", unit.Period.Name);
        json.WriteString("unit", unit.Unit.Id);
        json.WriteString("unit_name", unit.Unit.Name);
        json.WriteString("kpi", finding.Kpi.Id);
        json.WriteNumber("num", finding.Figure.Num);
        json.WriteNumber("den", finding.Figure.Den);
        json.WriteNumber("unknown", finding.Figure.Unknown);
        json.WriteString("target", finding.Target.TextInvariant);
        json.WriteString("verdict", finding.Verdict.Id());
        json.WriteEndObject();
    }
}
