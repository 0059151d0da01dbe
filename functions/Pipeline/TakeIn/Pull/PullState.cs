using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>The export of one day as last answered.</summary>
/// <param name="ETag">As sent; empty = none.</param>
/// <param name="LastModified">As sent; empty = none.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="AskedAt">When the answer came, UTC.</param>
public sealed record PulledDay(string ETag, string LastModified, string Sha256, DateTimeOffset AskedAt)
{
    /// <summary>An export fetched on its own day may lack the evening: it is asked for once more afterwards.</summary>
    public bool IsSettled(DateOnly day) => VietnamTime.DayOf(AskedAt) > day;

    /// <summary>"Not modified" can't be said of it.</summary>
    [JsonIgnore]
    public PulledDay WithoutConditions => this with { ETag = "", LastModified = "" };
}

/// <summary>Something that happened, for people.</summary>
/// <param name="Day">The export's day.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">Vietnamese: the file that was put, or what went wrong.</param>
public sealed record PullEvent(DateOnly Day, DateTimeOffset At, string Text);

/// <summary>How far one unit of a source has been pulled.</summary>
/// <param name="Days">Answers of the last weeks, by day.</param>
/// <param name="LastSuccess">The newest day of which an export came, or the same as before.</param>
/// <param name="LastFailure">The source failed.</param>
/// <param name="PlannedTo">All days up to this one were opened when they were due; null = none was yet.</param>
public sealed record UnitState(
    ImmutableSortedDictionary<string, PulledDay> Days,
    PullEvent? LastSuccess,
    PullEvent? LastFailure,
    DateOnly? PlannedTo = null
)
{
    private const int DaysKept = 45;

    public static UnitState Empty { get; } = new(ImmutableSortedDictionary<string, PulledDay>.Empty, null, null);

    /// <summary>What is still wanted, by day; however old.</summary>
    public ImmutableSortedDictionary<string, OpenDay> Open { get; init; } =
        ImmutableSortedDictionary<string, OpenDay>.Empty;

    public PulledDay? On(DateOnly day) => Days.GetValueOrDefault(Key(day));

    /// <summary>What to ask with. A file that was refused may have to be put again: "not modified" would not bring it.</summary>
    public PulledDay? Asked(DateOnly day) =>
        Open.GetValueOrDefault(Key(day)) is { Progress: DayProgress.Refused } ? On(day)?.WithoutConditions : On(day);

    /// <summary>Oldest first.</summary>
    public IEnumerable<(DateOnly Day, OpenDay State)> OpenDays => Open.Select(open => (Parsed(open.Key), open.Value));

    public UnitState Opened(DateOnly day, OpenDay state) => this with { Open = Open.SetItem(Key(day), state) };

    public UnitState Closed(DateOnly day) => this with { Open = Open.Remove(Key(day)) };

    /// <summary>The source has no export of that day; one that was put before stays what it is.</summary>
    public UnitState HasNone(DateOnly day, DateTimeOffset at) =>
        Open.GetValueOrDefault(Key(day)) is { File: "" } wanted
            ? Opened(day, wanted with { Progress = DayProgress.None, AnsweredAt = at })
            : this;

    /// <summary>A file of that day was put: whatever came of an earlier one, its receipt decides.</summary>
    public UnitState Put(DateOnly day, string file, DateTimeOffset at) => Opened(day, new(DayProgress.Put, file, at));

    /// <summary>Whether a day stands as another state tells.</summary>
    public bool Is(DateOnly day, OpenDay state) => Open.GetValueOrDefault(Key(day)) == state;

    /// <summary>The source answered with what was put before.</summary>
    public UnitState Answered(DateOnly day, DateTimeOffset at) =>
        Open.GetValueOrDefault(Key(day)) is { } open ? Opened(day, open with { AnsweredAt = at }) : this;

    /// <summary>An export came, or the same as before.</summary>
    public UnitState Had(DateOnly day, PulledDay pulled, string text) =>
        Noted(day, pulled) with
        {
            // Days are asked for the newest first: the last answer of a round is of its oldest day.
            LastSuccess = LastSuccess is { } newest && newest.Day > day ? newest : new(day, pulled.AskedAt, text),
        };

    public UnitState Noted(DateOnly day, PulledDay pulled)
    {
        var oldest = Key(day.AddDays(-DaysKept));
        var old = Days.Keys.Where(kept => string.CompareOrdinal(kept, oldest) < 0);
        return this with { Days = Days.RemoveRange(old).SetItem(Key(day), pulled) };
    }

    private static DateOnly Parsed(string key) => IsoDay.Parse(key);

    private static string Key(DateOnly day) => IsoDay.Of(day);
}

/// <summary>How far a source has been pulled, by unit code.</summary>
public sealed record PullState(ImmutableSortedDictionary<string, UnitState> Units)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static PullState Empty { get; } = new(ImmutableSortedDictionary<string, UnitState>.Empty);

    public UnitState Of(string unit) => Units.GetValueOrDefault(unit) ?? UnitState.Empty;

    public PullState With(string unit, UnitState state) => new(Units.SetItem(unit, state));

    private bool IsWhole =>
        Units.Values.All(unit => unit is not null && unit.Open.All(open => open.Value is not null && IsDay(open.Key)));

    private static bool IsDay(string key) => IsoDay.TryParse(key, out _);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null where it can't be read.</summary>
    public static PullState? TryFromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<PullState>(json, Options) is { } state && state.IsWhole ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
