using System.Collections.Concurrent;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>What is due on a day.</summary>
/// <param name="Mails">By unit, then kind.</param>
/// <param name="Unread">Units of which nobody can tell whether something is due, and why.</param>
public sealed record ReminderPlan(IReadOnlyList<PlannedMail> Mails, IReadOnlyList<UnitTrouble> Unread);

/// <summary>What all units are looked at by on a day, read once.</summary>
internal sealed record ReminderDay(
    DateOnly Today,
    RegisterContent Content,
    IReadOnlySet<string> ListUnits,
    DateOnly Birth,
    Authorities Authorities
)
{
    private readonly ConcurrentBag<UnitTrouble> unread = [];

    public WorkingCalendar Calendar => Content.Calendar;

    /// <summary>Each of its exports is all that the desk has, not the day's dossiers.</summary>
    public bool SendsLists(Unit unit) => ListUnits.Contains(unit.Code.Text);

    public void Tell(string unit, Damage damage) => unread.Add(UnitTrouble.Of(unit, damage));

    /// <summary>With the units that the list itself has lost.</summary>
    public IReadOnlyList<UnitTrouble> Unread =>
        [
            .. unread
                .Concat(
                    Content
                        .OfOneUnit.Where(damage => UnitTable.IdOf(damage) is not null)
                        .Select(damage => UnitTrouble.Of(UnitTable.IdOf(damage)!, damage))
                )
                .Distinct()
                .OrderBy(trouble => trouble.Unit, StringComparer.Ordinal)
                .ThenBy(trouble => trouble.Words, StringComparer.Ordinal),
        ];
}
