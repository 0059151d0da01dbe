using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>When a source may be asked, in Vietnam's time.</summary>
/// <param name="Days">Days of the week; all where none is named.</param>
/// <param name="From">First minute.</param>
/// <param name="To">Last minute; before <paramref name="From"/> = on the next day.</param>
public sealed record PullWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    public static PullWindow Always { get; } = new([], TimeOnly.MinValue, TimeOnly.MaxValue);

    /// <summary>A window over midnight belongs to the day on which it began.</summary>
    public bool IsOpenAt(DateTime civil)
    {
        var time = TimeOnly.FromDateTime(civil);
        if (From <= To)
            return From <= time && time <= To && IsDay(civil.DayOfWeek);
        return time >= From ? IsDay(civil.DayOfWeek) : time <= To && IsDay(civil.AddDays(-1).DayOfWeek);
    }

    private bool IsDay(DayOfWeek day) => Days.Count == 0 || Days.Contains(day);
}

/// <summary>A one-stop system that gives out its exports by HTTP.</summary>
/// <param name="Id">Lower case letters, digits and hyphens: part of file names.</param>
/// <param name="Units">Plain unit codes.</param>
/// <param name="Address">Where an export lies.</param>
/// <param name="Header">The header that carries the key; empty = none is asked for.</param>
/// <param name="Secret">Names the key: setting Pull:Secrets:{secret}. The key itself is never here.</param>
/// <param name="Window">When it may be asked.</param>
/// <param name="DaysBack">Days that are caught up on.</param>
/// <param name="WorkingDaysOnly">No export is expected of days off.</param>
/// <param name="Extension">Of the files: csv.</param>
/// <param name="IsEnabled">False rests it.</param>
public sealed record PullSource(
    string Id,
    IReadOnlyList<string> Units,
    AddressTemplate Address,
    string Header,
    string Secret,
    PullWindow Window,
    int DaysBack,
    bool WorkingDaysOnly,
    string Extension,
    bool IsEnabled
)
{
    /// <summary>Environment variables have no hyphens.</summary>
    public string SecretSetting => "Pull:Secrets:" + Secret.Replace('-', '_');

    /// <summary>{source}_{yyyy-MM-dd}.{ext}, the n-th other content of a day with " (n)": the last date in the name is the day.</summary>
    public string FileName(DateOnly day, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Id}_{IsoDay.Of(day)}{(number > 1 ? $" ({number})" : "")}.{Extension}"
        );
}
