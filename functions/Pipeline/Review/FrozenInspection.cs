using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    public static IReadOnlyList<CriterionFinding> ReadFindings(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize(json, FrozenInspectionJson.Readable.CriterionFindingArray)!;

    public static PreviousReview? ReadPrevious(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize(json, FrozenInspectionJson.Readable.PreviousReview);
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
