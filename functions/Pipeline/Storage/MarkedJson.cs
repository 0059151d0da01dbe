using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A record of which nothing else tells says itself what it was written with, as a row does (<see cref="RowMark"/>): a
/// blob that somebody writes over loses its metadata. Records of old have no mark.
/// </summary>
internal static class MarkedJson
{
    private const string Member = "mark";
    private const int Length = 16;

    /// <summary>A JSON object with its mark as its last member.</summary>
    public static byte[] Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Written(document.RootElement, MarkOf(document.RootElement));
    }

    /// <summary>The object, if it is what was written.</summary>
    /// <exception cref="JsonException">It isn't, or is none.</exception>
    public static ReadOnlySpan<byte> Checked(BinaryData json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
            throw new JsonException("It is no object.");
        if (!IsAsWritten(document.RootElement))
            throw new JsonException("It was changed since it was written.");
        return json.ToMemory().Span;
    }

    private static bool IsAsWritten(JsonElement root)
    {
        try
        {
            return !root.TryGetProperty(Member, out var mark) || mark.ValueEquals(MarkOf(root));
        }
        catch (InvalidOperationException)
        {
            // A flipped byte may leave JSON whose texts are no UTF-8, or a mark that is no text.
            return false;
        }
    }

    private static string MarkOf(JsonElement root) =>
        Convert.ToHexStringLower(SHA256.HashData(Written(root, mark: null)))[..Length];

    /// <summary>Without blanks between its parts, in which it may differ.</summary>
    private static byte[] Written(JsonElement root, string? mark)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var member in root.EnumerateObject().Where(member => member.Name != Member))
                member.WriteTo(json);
            if (mark is not null)
                json.WriteString(Member, mark);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }
}
