using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>The urging that is due, and how many the unit has had with it.</summary>
/// <param name="Id">The mail's; one that was posted already where the next is not due yet.</param>
/// <param name="Times">Urgings that were sent before it, and it.</param>
public sealed record UrgeRound(string Id, int Times);

/// <summary>Counts urgings by the mails there are: days on which nobody was urged don't count.</summary>
public sealed class UrgeRounds(OutboxTable outbox)
{
    /// <summary>The round that is due on a day.</summary>
    /// <param name="idOf">The mail's id by its round, from 1 on.</param>
    /// <param name="today">A working day.</param>
    /// <param name="every">Working days from one urging to the next.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="UnreadableException">An earlier urging can't be read.</exception>
    public async Task<UrgeRound> DueAsync(
        Func<int, string> idOf,
        DateOnly today,
        int every,
        WorkingCalendar calendar,
        CancellationToken cancellation
    )
    {
        var (sent, last) = (0, DateOnly.MinValue);
        for (var round = 1; ; round++)
        {
            if (await outbox.FindAsync(idOf(round), cancellation) is not { } urged)
            {
                var isEarly = round > 1 && calendar.WorkingDays(last.AddDays(1), today).Count() < every;
                return isEarly ? new(idOf(round - 1), Math.Max(sent, 1)) : new(idOf(round), sent + 1);
            }
            sent += urged.State is MailState.Sent ? 1 : 0;
            var posted = VietnamTime.DayOf(urged.CreatedAt);
            last = posted > last ? posted : last;
        }
    }
}
