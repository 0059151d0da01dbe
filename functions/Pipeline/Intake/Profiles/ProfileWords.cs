namespace CCHC.Pipeline.Intake.Profiles;

/// <summary>The closed lists of words that a profile's JSON may use; the JSON Schema says the same.</summary>
internal static class ProfileWords
{
    public static readonly string[] Members =
    [
        "$schema",
        "name",
        "units",
        "recognisedBy",
        "numericCodes",
        "coverage",
        "asOf",
        "dateFormats",
        "headers",
        "absent",
        "totals",
        "statuses",
        "channels",
        "returnChannels",
        "levels",
        "yesNo",
    ];

    public static readonly string[] HeaderMembers = ["column", "names", "fallback"];
    public static readonly string[] ValueMembers = ["value", "texts", "validFrom", "validTo"];

    public static IReadOnlyDictionary<string, Column> Columns { get; } = Of<Column>();
    public static IReadOnlyDictionary<string, Status> Statuses { get; } = Of<Status>();
    public static IReadOnlyDictionary<string, Level> Levels { get; } = Of<Level>();

    /// <summary>What a text in a channel cell may mean; a blank or unknown one has no text.</summary>
    public static IReadOnlyDictionary<string, Channel> Channels { get; } =
        Of(Channel.InPerson, Channel.Online, Channel.Postal);

    /// <summary>Columns of which a profile may say that its source has none.</summary>
    public static IReadOnlyDictionary<string, Column> Absent { get; } = Of(Column.Returned);

    /// <summary>What one export speaks of: its day, or all that the desk has.</summary>
    public static IReadOnlyDictionary<string, bool> Coverage { get; } =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["day"] = false, ["list"] = true };

    public static IReadOnlyDictionary<string, AsOfSource> AsOf { get; } =
        new Dictionary<string, AsOfSource>(StringComparer.Ordinal)
        {
            ["name"] = AsOfSource.Name,
            ["title"] = AsOfSource.Title,
            ["rows"] = AsOfSource.Rows,
            ["uploadDay"] = AsOfSource.UploadDay,
        };

    /// <summary>Date formats: separator, and whether the month comes first. ISO dates are always read.</summary>
    public static IReadOnlyDictionary<string, (char Separator, bool MonthFirst)> DateFormats { get; } =
        new Dictionary<string, (char, bool)>(StringComparer.Ordinal)
        {
            ["dd/MM/yyyy"] = ('/', false),
            ["MM/dd/yyyy"] = ('/', true),
            ["dd-MM-yyyy"] = ('-', false),
            ["MM-dd-yyyy"] = ('-', true),
            ["dd.MM.yyyy"] = ('.', false),
            ["MM.dd.yyyy"] = ('.', true),
        };

    private static Dictionary<string, T> Of<T>(params T[] values)
        where T : struct, Enum =>
        (values.Length > 0 ? values : Enum.GetValues<T>()).ToDictionary(
            value => value.ToString(),
            StringComparer.Ordinal
        );
}
