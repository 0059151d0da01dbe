using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>A cell as the script laid it out.</summary>
/// <param name="Text">What a format without types shows.</param>
/// <param name="Moment">The value behind it, where the layout has real dates.</param>
/// <param name="Number">The value behind it, where it is a number.</param>
/// <param name="Columns">Columns it is merged over.</param>
/// <param name="Rows">Rows it is merged over.</param>
internal sealed record SheetCell(
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("d")] DateTime? Moment = null,
    [property: JsonPropertyName("n")] int? Number = null,
    [property: JsonPropertyName("c")] int Columns = 1,
    [property: JsonPropertyName("r")] int Rows = 1
);

/// <summary>The same 1,000 dossiers in every layout; null is a place under a merged cell.</summary>
internal static class Sheets
{
    public static IReadOnlyDictionary<string, SheetCell?[][]> ByLayout { get; } = Load();

    /// <summary>What the journal must hold of them, as the script worked it out.</summary>
    public static string JournalRows { get; } = new StreamReader(Unpacked("journal-rows.tsv.gz")).ReadToEnd();

    private static Dictionary<string, SheetCell?[][]> Load()
    {
        using var json = JsonDocument.Parse(Unpacked("sheets.json.gz"));
        return json.RootElement.EnumerateObject().ToDictionary(layout => layout.Name, layout => RowsOf(layout.Value));
    }

    private static SheetCell?[][] RowsOf(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(CellOf).ToArray())];

    private static SheetCell? CellOf(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => new SheetCell(cell.GetString()!),
            _ => cell.Deserialize<SheetCell>(),
        };

    private static GZipStream Unpacked(string file) =>
        new(new MemoryStream(SampleFolder.Bytes("matrix", file)), CompressionMode.Decompress);
}
