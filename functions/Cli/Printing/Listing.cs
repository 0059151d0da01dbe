using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Printing;

/// <summary>Rows for programs: CSV and JSON with the same names; a cell is a text, a day, a number, a truth or nothing.</summary>
internal sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Csv()
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var row in Rows)
            text.AppendJoin(',', row.Select(cell => InertCsv.Cell(Text(cell)))).Append('\n');
        return text.ToString();
    }

    /// <summary>An array, or what <paramref name="around"/> writes about it first and the array as its last member.</summary>
    public string Json(Action<Utf8JsonWriter>? around = null, string name = "")
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            if (around is not null)
            {
                json.WriteStartObject();
                around(json);
                json.WritePropertyName(name);
            }
            Write(json);
            if (around is not null)
                json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in Columns.Zip(row))
            {
                json.WritePropertyName(column);
                Write(json, cell);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, object? cell)
    {
        if (cell is null)
            json.WriteNullValue();
        else if (cell is int number)
            json.WriteNumberValue(number);
        else if (cell is bool truth)
            json.WriteBooleanValue(truth);
        else
            json.WriteStringValue(Text(cell));
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            bool truth => truth ? "true" : "false",
            DateOnly day => IsoDay.Of(day),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
        };
}
