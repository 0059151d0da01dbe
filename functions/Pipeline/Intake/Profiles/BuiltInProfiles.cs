using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>The profiles that come with the program (Data/profiles), read as staff's are.</summary>
internal static class BuiltInProfiles
{
    private static readonly string[] Files = ["national_portal", "vnpt_igate", "viettel", "fpt", "tracking_book"];

    /// <summary>All but the default.</summary>
    public static IEnumerable<string> Texts => Files.Select(file => Shipped.Read($"profiles.{file}.json"));

    /// <summary>What a profile's JSON may be (JSON Schema).</summary>
    public static string Schema => Shipped.Read("profiles.profile.schema.json");

    public static SourceProfile ReadDefault()
    {
        var nothing = new SourceProfile
        {
            Name = "",
            Headers = [],
            Totals = [],
            Statuses = [],
            Channels = [],
            ReturnChannels = [],
            Levels = [],
            YesNo = [],
        };
        return ProfileReader.Read(JsonPlace.Parse(Shipped.Read("profiles.default.json")), nothing);
    }
}
