using System.Text.Json;
using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Intake;

/// <summary>Header texts that mean one column.</summary>
/// <param name="Column">What they mean.</param>
/// <param name="Names">As sources write them, the first has priority.</param>
/// <param name="Fallback">True when they count only where the column's other names are absent.</param>
public sealed record HeaderNames(Column Column, IReadOnlyList<string> Names, bool Fallback = false);

/// <summary>Cell texts that mean one value, for exports whose as-of date lies within both days.</summary>
public sealed record ValueTexts<T>(
    T Value,
    IReadOnlyList<string> Texts,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip
)]
[JsonSerializable(typeof(SourceProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
