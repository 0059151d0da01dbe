using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review;

/// <summary>The queue message that asks for one unit's notice, or for a review's reports; its content alone derives what is written.</summary>
public sealed record NoticeMessage(string Period, string Unit)
{
    /// <summary>Asks for the reports of the whole review.</summary>
    public static NoticeMessage ForReports(string period) => new(period, Keys.ReviewDone);

    /// <summary>W3C traceparent of the review that asks; decides nothing, and messages without it are as good.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    public bool IsForReports => Unit == Keys.ReviewDone;

    public string ToJson() => JsonSerializer.Serialize(this, NoticeMessageJson.Default.NoticeMessage);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">Not such a message.</exception>
    public static NoticeMessage FromJson(string json) =>
        JsonSerializer.Deserialize(json, NoticeMessageJson.Default.NoticeMessage)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoticeMessage))]
internal sealed partial class NoticeMessageJson : JsonSerializerContext;
