using CCHC.Pipeline.Intake;

namespace CCHC.Demo;

/// <summary>What the desk's system says of a dossier from a day's end on.</summary>
public sealed record DemoState(DateOnly Day, Status Status, DateOnly? Due, DateOnly? Finished, DateOnly? Returned);

/// <summary>One dossier of the demo with its whole life; the truth that the exports tell of.</summary>
public sealed record DemoDossier
{
    public required string Unit { get; init; }
    public string Code { get; init; } = "";
    public required DateOnly Received { get; init; }
    public required TimeOnly Time { get; init; }
    public required DemoProcedure Procedure { get; init; }
    internal Fate Fate { get; init; }

    /// <summary>In person, online, postal, or unrecognised where the desk wrote a word nobody knows.</summary>
    public Channel Channel { get; init; } = Channel.InPerson;

    /// <summary>The desk leaves the cell empty, which means in person.</summary>
    public bool HasBlankChannel { get; init; }
    public Channel ReturnChannel { get; init; } = Channel.InPerson;
    public bool Digitised { get; init; }
    public bool? PaidOnline { get; init; }

    /// <summary>Number of the invented person who applied.</summary>
    public int Person { get; init; }

    /// <summary>In order of days; several on one day: the last counts.</summary>
    public IReadOnlyList<DemoState> Life { get; init; } = [];

    /// <summary>The state at the day's end; null before its first.</summary>
    public DemoState? On(DateOnly day) => Life.LastOrDefault(state => state.Day <= day);
}

/// <summary>What a dossier comes to.</summary>
internal enum Fate
{
    Handled,
    Withdrawn,

    /// <summary>Registered online, then not accepted: counted nowhere.</summary>
    Denied,

    /// <summary>Registered online and never looked at: counted nowhere.</summary>
    Unseen,
}
