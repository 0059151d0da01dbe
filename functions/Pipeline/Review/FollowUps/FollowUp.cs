namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>What became of a finding.</summary>
public enum FollowUpOutcome
{
    /// <summary>The next review has not spoken.</summary>
    Open,

    /// <summary>The next review that could judge it found it met.</summary>
    Corrected,

    /// <summary>The next review that could judge it found it below again: a new item carries on.</summary>
    Repeated,
}

/// <summary>An item of the follow-up register (domain.md §1, S12): one finding of one unit in one quarter.</summary>
public sealed record FollowUp
{
    public required string Unit { get; init; }

    /// <summary>2022-Q1.</summary>
    public required string Period { get; init; }

    /// <summary>KPI or criterion id.</summary>
    public required string Finding { get; init; }

    /// <summary>The finding's name as letters print it.</summary>
    public required string Name { get; init; }

    /// <summary>In how many reviewed quarters running it was below, this one included.</summary>
    public required int Times { get; init; }

    /// <summary>The clerk's number of the letter; "" until it was issued.</summary>
    public string Number { get; init; } = "";

    /// <summary>The letter's day; null until it was issued.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The day by which the unit must have corrected it; null until the letter was issued.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Number of the unit's written answer; "" while there is none.</summary>
    public string Reply { get; init; } = "";

    public DateOnly? RepliedOn { get; init; }

    public FollowUpOutcome Outcome { get; init; }

    /// <summary>The review that decided the outcome; "" while open.</summary>
    public string OutcomePeriod { get; init; } = "";

    /// <summary>Issued, past its deadline, not answered and not decided by a later review.</summary>
    public bool IsOverdueOn(DateOnly day) => Outcome is FollowUpOutcome.Open && RepliedOn is null && Deadline < day;
}
