using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>Lets a dossier live through its statuses on working days.</summary>
internal sealed class DossierLife(Desk desk, WorkingCalendar calendar, Chance chance)
{
    public DemoDossier Lived(DemoDossier dossier) => dossier with { Life = [.. States(dossier)] };

    private IEnumerable<DemoState> States(DemoDossier dossier)
    {
        var received = dossier.Received;
        var registered = new DemoState(received, Status.Receiving, null, null, null);
        return dossier.Fate switch
        {
            Fate.Unseen => [registered],
            Fate.Denied => [registered, registered with { Day = After(received, 1), Status = Status.Denied }],
            // Whoever registers on the desk's last day is accepted at once, lest the quarter's truth hang on tomorrow.
            Fate.Handled
            or Fate.Withdrawn when dossier.Channel is Channel.Online && received < desk.LastDay && chance.Percent(35) =>
                [registered, .. FromAcceptance(dossier, After(received, 1))],
            Fate.Handled or Fate.Withdrawn => FromAcceptance(dossier, received),
        };
    }

    private IEnumerable<DemoState> FromAcceptance(DemoDossier dossier, DateOnly accepted)
    {
        var limit = dossier.Procedure.LimitDays;
        // Settled on the spot: half of the desk's officers leave the due date empty.
        DateOnly? due = limit > 0 || chance.Percent(50) ? After(dossier.Received, limit) : null;
        var now = new DemoState(accepted, Status.New, due, null, null);
        yield return now;
        if (dossier.Fate is Fate.Withdrawn)
        {
            var day = After(accepted, chance.Between(1, 2));
            yield return now with
            {
                Day = day,
                Status = Status.Cancelled,
                Finished = chance.Percent(70) ? day : null,
            };
            yield break;
        }
        var finished = FinishedOn(accepted, due ?? accepted, limit);
        if (limit >= 3 && finished > After(accepted, 4))
        {
            foreach (var state in Middle(now, finished, limit))
                yield return now = state;
        }
        else if (finished > After(accepted, 1))
        {
            yield return now = now with { Day = After(accepted, 1), Status = Status.Processing };
        }
        var returned = After(finished, Wait(limit));
        var done = now with { Status = Status.Done, Finished = finished, Returned = returned, Day = returned };
        if (returned > finished)
            yield return done with
            {
                Day = finished,
                Status = Status.Releasing,
                Returned = null,
            };
        yield return done;
    }

    /// <summary>Handling that takes days: some stand still for a while, some get a later due date.</summary>
    private IEnumerable<DemoState> Middle(DemoState now, DateOnly finished, int limit)
    {
        yield return now = now with { Day = After(now.Day, 1), Status = Status.Processing };
        if (chance.Percent(25))
        {
            Status[] reasons = [Status.Waiting, Status.Waiting, Status.Paying, Status.Unresolved];
            yield return now = now with { Day = After(now.Day, 1), Status = chance.Pick(reasons) };
            yield return now = now with { Day = After(now.Day, chance.Between(1, 2)), Status = Status.Processing };
        }
        if (finished > now.Due && chance.Percent(50))
        {
            var extended = After(now.Due.Value, Math.Max(2, limit / 2));
            yield return now with
            {
                Day = Later(now.Day, now.Due.Value),
                Due = extended,
            };
        }
    }

    private DateOnly FinishedOn(DateOnly accepted, DateOnly due, int limit)
    {
        if (chance.Percent(desk.Slow))
            return After(Later(due, accepted), chance.Percent(25) ? chance.Between(8, 30) : chance.Between(1, 6));
        if (limit == 0)
            return accepted;
        return chance.Percent(35)
            ? Later(due, accepted)
            : After(accepted, Math.Max(1, limit * chance.Between(30, 80) / 100));
    }

    /// <summary>Working days until the result is fetched.</summary>
    private int Wait(int limit) =>
        chance.Below(100) switch
        {
            < 50 => 0,
            < 75 => limit == 0 ? 0 : 1,
            < 93 => chance.Between(1, 3),
            _ => chance.Between(4, 9),
        };

    private DateOnly After(DateOnly day, int workingDays) => calendar.AddWorkingDays(day, workingDays);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
