namespace CCHC.Pipeline.Periods;

/// <summary>From when to when something holds: a unit, a target, a criterion, an office, an authority.</summary>
/// <param name="From">First day; null = since ever.</param>
/// <param name="To">Last day; null = open.</param>
public readonly record struct Term(DateOnly? From, DateOnly? To)
{
    private DateOnly First => From ?? DateOnly.MinValue;

    private DateOnly Last => To ?? DateOnly.MaxValue;

    public bool Includes(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(Term other) => First <= other.Last && other.First <= Last;

    public bool Overlaps(Period period) => Overlaps(new Term(period.From, period.To));

    /// <summary>Whether it is over before the period is.</summary>
    public bool EndsBefore(DateOnly day) => Last < day;
}
