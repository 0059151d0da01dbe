using System.Text.Encodings.Web;
using System.Text.Json;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review;

/// <summary>
/// The form in which figures by field are frozen: an array in the order of the fields, of each the counts that are not
/// zero by their names, so that it can be read without this program. Equal figures give equal bytes.
/// </summary>
public static class FieldFiguresJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IReadOnlyList<FieldFigures> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartArray();
            foreach (var field in fields)
                Write(json, field);
            json.WriteEndArray();
        }
        return bytes.ToArray();
    }

    /// <summary>Reads it again.</summary>
    /// <exception cref="InvalidDataException">A count that is not defined.</exception>
    public static IReadOnlyList<FieldFigures> Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static void Write(Utf8JsonWriter json, FieldFigures field)
    {
        json.WriteStartObject();
        json.WriteString("field", field.Field);
        json.WriteString("name", field.Name);
        json.WriteStartObject("counts");
        foreach (var count in Enum.GetValues<Count>().Where(count => field.Figures[count] != 0))
            json.WriteNumber(count.ToString(), field.Figures[count]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static FieldFigures Read(JsonElement field)
    {
        var figures = new Tally();
        foreach (var count in field.GetProperty("counts").EnumerateObject())
        {
            if (!Enum.TryParse<Count>(count.Name, out var known))
                throw new InvalidDataException($"Count {count.Name} of a frozen review is no longer defined.");
            figures[known] = count.Value.GetInt32();
        }
        return new(field.GetProperty("field").GetString()!, field.GetProperty("name").GetString()!, figures);
    }
}
