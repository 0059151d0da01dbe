using CCHC.Pipeline.Intake.Profiles;

namespace CCHC.Pipeline.Intake;

/// <summary>
/// How one family of one-stop systems names its columns and values: configuration, not code. What a profile's JSON
/// doesn't say is inherited, so a record of this type is always complete.
/// Texts are compared as <see cref="Words.Fold"/> says; the order of names is their priority.
/// </summary>
public sealed record SourceProfile
{
    /// <summary>The name of <see cref="Default"/>.</summary>
    public const string DefaultName = "mặc định";

    public required string Name { get; init; }

    /// <summary>Plain codes of the units whose uploads are always read with this profile.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Header texts that all stand in this source's files and in no other's; none: only chosen by unit.</summary>
    public IReadOnlyList<string> RecognisedBy { get; init; } = [];

    /// <summary>True where a source numbers its dossiers with digits only.</summary>
    public bool NumericCodes { get; init; }

    /// <summary>Where the day of an export is looked for, in this order; the day of the upload comes last of all.</summary>
    public IReadOnlyList<AsOfSource> AsOf { get; init; } = [AsOfSource.Name, AsOfSource.Title, AsOfSource.Rows];

    /// <summary>True where each of this source's exports is a full list, not the day's dossiers.</summary>
    public bool IsList { get; init; }

    /// <summary>Columns that this source can't export: a file that should have one isn't held back for it.</summary>
    public IReadOnlyList<Column> Absent { get; init; } = [];

    public DateStyle Dates { get; init; }
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
    public static SourceProfile Default { get; } = BuiltInProfiles.ReadDefault();

    /// <summary>Reads a profile as staff write it, over the built-in one of its name, else over <see cref="Default"/>.</summary>
    /// <exception cref="InvalidDataException">The text isn't a profile; the message names the place.</exception>
    public static SourceProfile Parse(string json) => SourceProfiles.Parse(json);
}
