using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
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
}

/// <summary>Something that happened, for people.</summary>
/// <param name="Day">The export's day.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">Vietnamese: the file that was put, or what went wrong.</param>
public sealed record PullEvent(DateOnly Day, DateTimeOffset At, string Text);

/// <summary>How far one unit of a source has been pulled.</summary>
public sealed record UnitState(
    ImmutableSortedDictionary<string, PulledDay> Days,
    PullEvent? LastSuccess,
    PullEvent? LastFailure
)
{
    private const int DaysKept = 45;

    public static UnitState Empty { get; } = new(ImmutableSortedDictionary<string, PulledDay>.Empty, null, null);

    public PulledDay? On(DateOnly day) => Days.GetValueOrDefault(Key(day));

    /// <summary>An export came, or the same as before.</summary>
    public UnitState Had(DateOnly day, PulledDay pulled, string text) =>
        Noted(day, pulled) with
        {
            LastSuccess = new(day, pulled.AskedAt, text),
        };

    public UnitState Noted(DateOnly day, PulledDay pulled)
    {
        var oldest = Key(day.AddDays(-DaysKept));
        var old = Days.Keys.Where(kept => string.CompareOrdinal(kept, oldest) < 0);
        return this with { Days = Days.RemoveRange(old).SetItem(Key(day), pulled) };
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>How far a source has been pulled, by unit code.</summary>
public sealed record PullState(ImmutableSortedDictionary<string, UnitState> Units)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static PullState Empty { get; } = new(ImmutableSortedDictionary<string, UnitState>.Empty);

    public UnitState Of(string unit) => Units.GetValueOrDefault(unit) ?? UnitState.Empty;

    public PullState With(string unit, UnitState state) => new(Units.SetItem(unit, state));

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null where it can't be read.</summary>
    public static PullState? TryFromJson(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<PullState>(json, Options) is { } state && !state.Units.ContainsValue(null!)
                ? state
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
