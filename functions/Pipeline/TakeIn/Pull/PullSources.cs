using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>The list of sources as staff keep it (docs/sources.md).</summary>
public sealed record PullSources(IReadOnlyList<PullSource> All)
{
    /// <summary>What the program ships with: nobody is asked.</summary>
    public const string Shipped = "[]";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the whole list.</summary>
    /// <exception cref="InvalidDataException">Names in Vietnamese everything that is to be mended.</exception>
    public static PullSources Parse(string json)
    {
        var problems = new List<string>();
        var sources = new List<PullSource>();
        foreach (var source in SourceReader.Items(json))
        {
            if (source.Read(problems) is { } read)
                sources.Add(read);
        }
        foreach (var twice in sources.GroupBy(source => source.Id).Where(same => same.Count() > 1))
            problems.Add($"hai nguồn có cùng id \"{twice.Key}\"");
        return problems.Count == 0
            ? new(sources)
            : throw new InvalidDataException($"Danh sách nguồn có lỗi:\n{string.Join(";\n", problems)}.");
    }

    /// <summary>The present list with some sources added or replaced by id, as text; both have been parsed.</summary>
    public static string Merge(string present, string imported)
    {
        var after = Array(imported);
        var ids = after.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var kept = Array(present).Where(source => !ids.Contains(IdOf(source)));
        var all = kept.Concat(after).OrderBy(IdOf, StringComparer.Ordinal).Select(source => source.DeepClone());
        return new JsonArray([.. all]).ToJsonString(Written) + "\n";
    }

    private static List<JsonNode> Array(string json) =>
        [.. JsonNode.Parse(json, documentOptions: SourceReader.Commented)!.AsArray().Select(node => node!)];

    private static string IdOf(JsonNode source) => source["id"]!.GetValue<string>().Trim();
}
