using System.Text.Json;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// How one family of one-stop systems names its columns and values: configuration, not code.
/// Texts are compared as <see cref="Words.Fold"/> says; the order of names is their priority.
/// </summary>
public sealed record SourceProfile
{
    public required string Name { get; init; }

    /// <summary>True where a source numbers its dossiers with digits only.</summary>
    public bool NumericCodes { get; init; }
    public required IReadOnlyList<HeaderNames> Headers { get; init; }

    /// <summary>Words that begin a total row.</summary>
    public required IReadOnlyList<string> Totals { get; init; }
    public required IReadOnlyList<ValueTexts<Status>> Statuses { get; init; }
    public required IReadOnlyList<ValueTexts<Channel>> Channels { get; init; }
    public required IReadOnlyList<ValueTexts<Channel>> ReturnChannels { get; init; }
    public required IReadOnlyList<ValueTexts<Level>> Levels { get; init; }

    /// <summary>Texts of the columns digitised and paid online.</summary>
    public required IReadOnlyList<ValueTexts<bool>> YesNo { get; init; }

    /// <summary>The profile for every source without one of its own.</summary>
    public static SourceProfile Default { get; } = ReadDefault();

    /// <summary>Reads a profile as staff write it.</summary>
    /// <exception cref="JsonException">The text isn't a profile; the message names the place.</exception>
    public static SourceProfile Parse(string json) =>
        JsonSerializer.Deserialize(json, ProfileJson.Default.SourceProfile)
        ?? throw new JsonException("A profile must be a JSON object.");

    private static SourceProfile ReadDefault()
    {
        const string Resource = "CCHC.Pipeline.Data.profiles.default.json";
        using var stream =
            typeof(SourceProfile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} isn't embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
