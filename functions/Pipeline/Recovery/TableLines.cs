using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>
/// A table's row as a line of JSON: texts, 32-bit integers and truths as they are, every other type under its name in
/// the table service, so that it comes back as what it was: <c>{"Size":{"Edm.Int64":"123"}}</c>.
/// </summary>
public static class TableLines
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(TableEntity row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", row.PartitionKey);
            json.WriteString("RowKey", row.RowKey);
            foreach (var (column, value) in row.Cells())
            {
                json.WritePropertyName(column);
                Write(json, column, value);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static TableEntity Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = new TableEntity();
        foreach (var cell in json.RootElement.EnumerateObject())
            row[cell.Name] = Read(cell.Value);
        return row;
    }

    private static void Write(Utf8JsonWriter json, string column, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                return;
            case int number:
                json.WriteNumberValue(number);
                return;
            case bool truth:
                json.WriteBooleanValue(truth);
                return;
        }
        var (type, spelt) = value switch
        {
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset moment => ("Edm.DateTime", moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            Guid id => ("Edm.Guid", id.ToString("D", CultureInfo.InvariantCulture)),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            _ => throw new NotSupportedException($"Column {column} is a {value.GetType()}: no type of a table."),
        };
        json.WriteStartObject();
        json.WriteString(type, spelt);
        json.WriteEndObject();
    }

    private static object Read(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.String => cell.GetString()!,
            JsonValueKind.Number => cell.GetInt32(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Object => Typed(cell.EnumerateObject().Single()),
            var other => throw new JsonException($"{other} is no cell of a table"),
        };

    private static object Typed(JsonProperty cell)
    {
        var text = cell.Value.GetString()!;
        return cell.Name switch
        {
            "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Edm.DateTime" => DateTimeOffset.ParseExact(
                text,
                "O",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            ),
            "Edm.Guid" => Guid.ParseExact(text, "D"),
            "Edm.Binary" => Convert.FromBase64String(text),
            var other => throw new JsonException($"{other} is no type of a table"),
        };
    }
}
