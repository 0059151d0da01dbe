namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>How far a day has come that a source is asked for.</summary>
public enum DayProgress
{
    /// <summary>Never answered, or the source failed.</summary>
    Wanted,

    /// <summary>The source says that it has no export of that day.</summary>
    None,

    /// <summary>A file lies in exports; what becomes of it is not known yet.</summary>
    Put,

    /// <summary>Its receipt says neither accepted nor partly: the day is not had.</summary>
    Refused,

    /// <summary>Its receipt says accepted or partly.</summary>
    Had,
}

/// <summary>A day that a unit's exports are asked for, until nothing more is wanted of it.</summary>
/// <param name="Progress">How far it has come.</param>
/// <param name="File">As it was put last; empty = none.</param>
/// <param name="AnsweredAt">When the source last answered with a file or "none", UTC; null = never.</param>
public sealed record OpenDay(DayProgress Progress, string File, DateTimeOffset? AnsweredAt)
{
    public static OpenDay New { get; } = new(DayProgress.Wanted, "", null);

    /// <summary>Whether figures lack the day, and somebody has to know: a file without receipt is not in them.</summary>
    public bool IsGap => Progress is DayProgress.Wanted or DayProgress.Put or DayProgress.Refused;
}
