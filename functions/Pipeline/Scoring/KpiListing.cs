using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>Figures as CSV (UTF-8 without BOM, LF, invariant numbers) and JSON with the same names (rate null when empty).</summary>
public static class KpiListing
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Csv(IEnumerable<KpiRow> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', KpiRow.Columns).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(',', Cells(row).Select(cell => InertCsv.Cell(cell.Text))).Append('\n');
        return text.ToString();
    }

    public static string Json(IEnumerable<KpiRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartArray();
            foreach (var row in rows)
                Write(json, row);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, KpiRow row)
    {
        json.WriteStartObject();
        foreach (var (column, (text, isNumber)) in KpiRow.Columns.Zip(Cells(row)))
        {
            if (!isNumber)
                json.WriteString(column, text);
            else if (text.Length == 0)
                json.WriteNull(column);
            else
                json.WritePropertyName(column);
            if (isNumber && text.Length > 0)
                json.WriteRawValue(text);
        }
        json.WriteEndObject();
    }

    private static IEnumerable<(string Text, bool IsNumber)> Cells(KpiRow row)
    {
        yield return (row.Scheme.Id(), false);
        yield return (row.Period.Name, false);
        yield return (Day(row.Period.From), false);
        yield return (Day(row.Period.To), false);
        yield return (Day(row.AsOf), false);
        yield return (row.Unit.Id, false);
        yield return (row.Unit.Name, false);
        yield return (row.Field, false);
        yield return (row.FieldName, false);
        yield return (row.Procedure, false);
        yield return (Day(row.Date), false);
        for (var i = 0; i < Counts.Published; i++)
            yield return (Number(row.Tally[(Count)i]), true);
        foreach (var kpi in KpiCatalogue.All)
        {
            var figure = kpi.Of(row.Tally);
            yield return (Number(figure.Num), true);
            yield return (Number(figure.Den), true);
            yield return (Number(figure.Unknown), true);
            yield return (figure.RateInvariant, true);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => IsoDay.Of(day);
}
