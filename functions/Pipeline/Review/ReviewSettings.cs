using System.ComponentModel.DataAnnotations;

namespace CCHC.Pipeline.Review;

/// <summary>Configuration section "Review".</summary>
public sealed record ReviewSettings
{
    /// <summary>The first quarter reviewed by itself, e.g. 2022-Q1; empty = the quarter in which the store was created.</summary>
    [RegularExpression("^(2[0-9]{3}-Q[1-4])?$", ErrorMessage = "phải là một quý, ví dụ 2022-Q1")]
    public string FirstPeriod { get; init; } = "";

    /// <summary>A quarter is reviewed from 00:00 of the n-th day after it closed.</summary>
    [Range(1, 60)]
    public int DaysAfterClose { get; init; } = 3;

    /// <summary>
    /// So many more days the hourly tick waits for the first line of the period's checklist; 0 = it doesn't wait, and a
    /// checklist that comes after the review changes nothing any more. A review by command never waits.
    /// </summary>
    [Range(0, 60)]
    public int ChecklistWaitDays { get; init; }

    /// <summary>More working days without an export than this: no verdict (domain.md §5).</summary>
    [Range(0, 100)]
    public int MostMissingDays { get; init; } = 10;
}
