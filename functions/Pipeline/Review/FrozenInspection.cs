using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>
/// Criteria and the quarter before as a review's row holds them: the whole criterion and the whole checklist line, so
/// that a letter never depends on the lists of today. Nothing is written for nothing, as in rows of old.
/// </summary>
internal static class FrozenInspection
{
    public static string Write(IReadOnlyList<CriterionFinding> findings) =>
        findings.Count == 0
            ? ""
            : JsonSerializer.Serialize([.. findings], FrozenInspectionJson.Readable.CriterionFindingArray);

    public static string Write(PreviousReview? previous) =>
        previous is null ? "" : JsonSerializer.Serialize(previous, FrozenInspectionJson.Readable.PreviousReview);

    /// <summary>None where nothing was inspected.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static IReadOnlyList<CriterionFinding> ReadFindings(StoredRow row, string column)
    {
        var json = LongText.Read(row, column);
        if (json.Length == 0)
            return [];
        var findings = row.Parsed(
            column,
            json,
            text => JsonSerializer.Deserialize(text, FrozenInspectionJson.Readable.CriterionFindingArray)
        );
        return Array.IndexOf(findings, null) < 0 ? findings : throw row.Unreadable($"cột {column} có mục trống");
    }

    /// <summary>Null where there was no quarter before.</summary>
    /// <exception cref="UnreadableException">It can't be read.</exception>
    public static PreviousReview? ReadPrevious(StoredRow row, string column)
    {
        var json = LongText.Read(row, column);
        if (json.Length == 0)
            return null;
        var previous = row.Parsed(
            column,
            json,
            text => JsonSerializer.Deserialize(text, FrozenInspectionJson.Readable.PreviousReview)
        );
        return previous.Findings.Contains(null) ? throw row.Unreadable($"cột {column} có mục trống") : previous;
    }
}

[JsonSerializable(typeof(CriterionFinding[]))]
[JsonSerializable(typeof(PreviousReview))]
internal sealed partial class FrozenInspectionJson : JsonSerializerContext
{
    public static FrozenInspectionJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                IgnoreReadOnlyProperties = true,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters =
                {
                    new JsonStringEnumConverter<Kpis.Verdict>(),
                    new JsonStringEnumConverter<CriterionGap>(),
                    new JsonStringEnumConverter<Checklists.CriterionKind>(),
                    new JsonStringEnumConverter<Checklists.PageStatus>(),
                },
            }
        );
}
