namespace CCHC.Demo;

/// <summary>How many of a desk's dossiers come in online.</summary>
/// <param name="Percent">Of all counted dossiers whose channel is known.</param>
/// <param name="Exactly">The number of dossiers is made to fit, so that the percentage is met to the dossier.</param>
/// <param name="Short">Dossiers less than that.</param>
internal sealed record OnlineGoal(int Percent, bool Exactly = false, int Short = 0)
{
    public int Of(int dossiers) => dossiers * Percent / 100 - Short;
}

/// <summary>One unit's one-stop desk: what it has to do, how its system exports, and its slips.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Busy">Dossiers on an ordinary day.</param>
/// <param name="Prefix">First part of its dossier codes.</param>
/// <param name="Goal">How its quarter comes out.</param>
/// <param name="Layout">Of its exports.</param>
/// <param name="Format">Of its exports.</param>
/// <param name="Name">File name without extension, by day and running number.</param>
/// <param name="Slips">What goes wrong with its exports in the quarter.</param>
internal sealed record Desk(
    string Code,
    int Busy,
    string Prefix,
    OnlineGoal Goal,
    Layout Layout,
    FileFormat Format,
    Func<DateOnly, int, string> Name,
    Slip[] Slips
)
{
    /// <summary>The quarter that all this is about.</summary>
    public DemoPeriod Period { get; init; } = DemoPeriod.First;

    /// <summary>The last day it sends anything for.</summary>
    public DateOnly LastDay
    {
        get => field == default ? Period.LastWorkingDay : field;
        init;
    }

    /// <summary>The first day it sends anything for; what happened earlier is in that day's file.</summary>
    public DateOnly FirstDay
    {
        get => field == default ? Period.FirstDay : field;
        init;
    }

    /// <summary>From this day before the quarter on it received dossiers of which nobody has been told.</summary>
    public DateOnly? UntoldSince { get; init; }

    /// <summary>Files before the quarter, where its files are numbered.</summary>
    public int FilesBefore { get; init; }

    /// <summary>Share of dossiers that are finished late, in percent.</summary>
    public int Slow { get; init; } = 6;

    /// <summary>Dossiers whose channel is a word nobody knows.</summary>
    public int OddChannels { get; init; }

    /// <summary>In-person dossiers are left blank in the channel column.</summary>
    public bool LeavesInPersonBlank { get; init; }

    /// <summary>On Fridays it sends everything since the quarter began instead of the day's changes.</summary>
    public bool SendsFullLists { get; init; }

    /// <summary>Every so many days it forgets to send; the changes are in the next file. 0 = it never does.</summary>
    public int Forgets { get; init; }

    /// <summary>Its last file arrives two days late.</summary>
    public bool EndsLate { get; init; }
}

/// <summary>What can go wrong with a day's export.</summary>
internal enum Slip
{
    /// <summary>Nothing is sent; the changes are in the next file.</summary>
    Skipped,
    Late,
    SentTwice,

    /// <summary>Wrong cells at first, mended by a second file for the same day.</summary>
    Corrected,

    /// <summary>Two real rows are faulty and come again the next day; a third is refused for good.</summary>
    FaultyRows,

    /// <summary>A header and no rows.</summary>
    Quiet,
    NoCodeColumn,
    NoHeader,
    Empty,
    OtherUnit,
    UnknownStatuses,
    FutureName,
    Truncated,
}
