using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The table of counts in domain.md §5, one line per row of it.</summary>
public static class NaiveCounts
{
    /// <summary>Counts of the given dossiers in the days from–to, where the unit's data reach to <paramref name="asOf"/>.</summary>
    public static IReadOnlyDictionary<Count, int> Of(
        IEnumerable<NaiveDossier> dossiers,
        DateOnly from,
        DateOnly to,
        DateOnly asOf
    )
    {
        // "receiving" and "denied" are counted nowhere.
        var all = dossiers.Where(d => d.IsCounted).ToList();
        // "A = the earlier of `to` and the unit's latest as-of date".
        var a = asOf < to ? asOf : to;
        bool IsIn(DateOnly? day) => day is { } it && from <= it && it <= to;

        var received = all.Where(d => IsIn(d.Received)).ToList();
        var carriedOver = all.Where(d => d.Received < from && (d.Finished is null || d.Finished >= from)).ToList();
        var finished = all.Where(d => IsIn(d.Finished)).ToList();
        var open = all.Where(d => d.Received <= to && (d.Finished is null || d.Finished > to)).ToList();
        var returned = all.Where(d => IsIn(d.Returned)).ToList();
        var openOverdue = open.Where(d => d.Due is { } due && due < a && !d.StandsStill).ToList();
        var eligible = received.Where(d => d.Level is Level.Full or Level.Partial).ToList();

        return new Dictionary<Count, int>
        {
            [Count.Received] = received.Count,
            [Count.ReceivedOnline] = received.Count(d => d.Channel is Channel.Online),
            [Count.ReceivedInPerson] = received.Count(d => d.Channel is Channel.InPerson),
            [Count.ReceivedPostal] = received.Count(d => d.Channel is Channel.Postal),
            [Count.ReceivedUnknownChannel] = received.Count(d => d.Channel is null),
            [Count.CarriedOver] = carriedOver.Count,
            [Count.Finished] = finished.Count,
            // "finished, not withdrawn, F < D"
            [Count.Early] = finished.Count(d => !d.IsWithdrawn && d.Due is { } due && d.Finished < due),
            // "finished and: withdrawn, or no D, or F = D"
            [Count.OnTime] = finished.Count(d => d.IsWithdrawn || d.Due is null || d.Finished == d.Due),
            // "finished, not withdrawn, F > D"
            [Count.Overdue] = finished.Count(d => !d.IsWithdrawn && d.Due is { } due && d.Finished > due),
            [Count.Open] = open.Count,
            [Count.OpenInTime] = open.Except(openOverdue).Count(),
            [Count.OpenOverdue] = openOverdue.Count,
            [Count.Returned] = returned.Count,
            [Count.ReturnedPostal] = returned.Count(d => d.ReturnChannel is Channel.Postal),
            [Count.ReturnedOnline] = returned.Count(d => d.ReturnChannel is Channel.Online),
            [Count.ReturnedUnknownChannel] = returned.Count(d => d.ReturnChannel is null),
            [Count.Withdrawn] = finished.Count(d => d.IsWithdrawn),
            // "counted in received or carried_over, and the present D is later than the first D seen"
            [Count.Extended] = received.Concat(carriedOver).Count(d => d.IsExtended),
            [Count.ReceivedLevel4] = received.Count(d => d.Level is Level.Full),
            [Count.ReceivedLevel3] = received.Count(d => d.Level is Level.Partial),
            [Count.ReceivedLevel2] = received.Count(d => d.Level is Level.Information),
            [Count.ReceivedOnlineLevel4] = received.Count(d => d.Channel is Channel.Online && d.Level is Level.Full),
            [Count.ReceivedOnlineLevel3] = received.Count(d => d.Channel is Channel.Online && d.Level is Level.Partial),
            // "finished, not withdrawn, and no upload with this dossier ever had a due column"
            [Count.FinishedUnknownDue] = finished.Count(d => !d.IsWithdrawn && !d.EverHadDueColumn),
            [Count.OpenUnknownDue] = open.Count(d => !d.EverHadDueColumn),
            // "finished, and F is an as-of date"
            [Count.FinishedInferred] = finished.Count(d => d.FinishedIsInferred),
            [Count.ReceivedEligibleUnknownChannel] = eligible.Count(d => d.Channel is null),
            [Count.ReceivedDigitised] = received.Count(d => d.Digitised is true),
            [Count.ReceivedNotDigitised] = received.Count(d => d.Digitised is false),
            [Count.ReceivedPaidOnline] = received.Count(d => d.PaidOnline is true),
            [Count.ReceivedNotPaidOnline] = received.Count(d => d.PaidOnline is false),
            // "T is never inferred": it was returned, and no period knows it.
            [Count.ReturnedUnknownDay] = finished.Count(d => d.PresentStatus is Status.Done && d.Returned is null),
        };
    }
}
