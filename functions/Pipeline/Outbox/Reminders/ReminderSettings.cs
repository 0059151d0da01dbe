using System.ComponentModel.DataAnnotations;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>Configuration section "Reminders".</summary>
public sealed record ReminderSettings
{
    /// <summary>A unit is late after so many working days without an export.</summary>
    [Range(1, 60)]
    public int WorkingDays { get; init; } = 2;

    /// <summary>Whether units hear after each month where they stand in the running quarter.</summary>
    public bool Warnings { get; init; } = true;

    /// <summary>An item past its deadline is urged again after so many working days.</summary>
    [Range(1, 60)]
    public int UrgeEveryWorkingDays { get; init; } = 5;
}
