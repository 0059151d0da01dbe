using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>What the clerk (văn thư) gave a letter at signing: from here on the unit may see it, and deadlines count.</summary>
/// <param name="Period">2022-Q1.</param>
/// <param name="Unit">Unit id.</param>
/// <param name="Number">The number alone: "389".</param>
/// <param name="Date">The day on the letter.</param>
/// <param name="CorrectionDeadline">The day by which findings must be corrected and reported.</param>
/// <param name="DataDeadline">The day by which missing data must be there.</param>
public sealed record IssuedNotice(
    string Period,
    string Unit,
    string Number,
    DateOnly Date,
    DateOnly CorrectionDeadline,
    DateOnly DataDeadline
)
{
    /// <summary>Whether the clerk gave the same; deadlines are what they were when it was recorded.</summary>
    public bool SaysTheSameAs(IssuedNotice other) => Number == other.Number && Date == other.Date;

    /// <summary>What was recorded of this letter before, the first at first: "389 2022-04-20;390 2022-04-20"; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Earlier { get; init; }

    /// <summary>This record in the place of another.</summary>
    public IssuedNotice After(IssuedNotice replaced) =>
        this with
        {
            Earlier = string.Join(Between, [.. replaced.Replaced, replaced.Mark]),
        };

    /// <summary>Each that was recorded, this one last, and for the how many-eth time; nothing here hangs on a clock.</summary>
    /// <exception cref="FormatException">It is not what a record says.</exception>
    public IEnumerable<(string Number, DateOnly Date, int Round)> Rounds() =>
        Replaced.Append(Mark).Select((mark, at) => Parse(mark, 1 + Replaced.Take(at).Count(before => before == mark)));

    private const char Between = ';';
    private string Mark => $"{Number} {IsoDay.Of(Date)}";

    private IReadOnlyList<string> Replaced => Earlier?.Split(Between) ?? [];

    private static (string, DateOnly, int) Parse(string mark, int round) =>
        mark.Split(' ') is [var number, var day]
            ? (number, IsoDay.Parse(day), round)
            : throw new FormatException($"\"{mark}\" is no number and day.");

    private bool HasRounds()
    {
        try
        {
            return Rounds().Any();
        }
        catch (FormatException)
        {
            return false;
        }
    }

    internal byte[] ToJson() =>
        MarkedJson.Of(JsonSerializer.SerializeToUtf8Bytes(this, IssuedNoticeJson.Default.IssuedNotice));

    /// <summary>A record as it was written there.</summary>
    /// <exception cref="JsonException">It isn't one, was changed since, a part of it is missing, or it is another letter's.</exception>
    internal static IssuedNotice FromJson(BinaryData json, string path) =>
        JsonSerializer.Deserialize(MarkedJson.Checked(json), IssuedNoticeJson.Default.IssuedNotice)
            is { Period: not null, Unit: not null, Number: not null } notice
        && notice.Date != default
        && notice.CorrectionDeadline != default
        && notice.DataDeadline != default
        && notice.HasRounds()
        && Paths.Issue(notice.Period, notice.Unit) == path
            ? notice
            : throw new JsonException("A part of the record is missing, or it is another letter's.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IssuedNotice))]
internal sealed partial class IssuedNoticeJson : JsonSerializerContext;
