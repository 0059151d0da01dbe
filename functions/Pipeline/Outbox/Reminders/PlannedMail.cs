namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>Why a unit is written to.</summary>
public enum ReminderKind
{
    /// <summary>It has sent no export for some working days.</summary>
    Late,

    /// <summary>A month has closed: where it stands in the quarter.</summary>
    Warning,

    /// <summary>A deadline has passed without an answer.</summary>
    Urge,
}

/// <summary>A mail that is due today.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Unit">Unit id.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Why">The same for staff, in a few words.</param>
/// <param name="Mail">To nobody if the unit has no address that may be written to.</param>
public sealed record PlannedMail(ReminderKind Kind, string Unit, string UnitName, string Why, Mail Mail)
{
    public bool HasAddress => Mail.To.Length > 0;
}
