using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Scoring;

/// <summary>In which counts of a period a dossier stands (the table of domain.md §5).</summary>
public static class Counting
{
    /// <summary>A dossier stands in fewer counts than this.</summary>
    public const int Most = 24;

    /// <summary>Fills <paramref name="counts"/> for one dossier and one period.</summary>
    /// <param name="dossier">A counted dossier.</param>
    /// <param name="from">The period's first day.</param>
    /// <param name="to">The period's last day.</param>
    /// <param name="asOf">A: the earlier of <paramref name="to"/> and the unit's latest as-of date.</param>
    /// <param name="counts">At least <see cref="Most"/> long.</param>
    /// <returns>How many were filled.</returns>
    public static int Of(in Standing dossier, DateOnly from, DateOnly to, DateOnly asOf, Span<Count> counts)
    {
        var list = new CountList(counts);
        var (received, finished) = (dossier.Received, dossier.Finished);
        var isReceived = from <= received && received <= to;
        var isCarriedOver = received < from && (finished is null || finished >= from);
        if (isReceived)
            Received(dossier, ref list);
        if (isCarriedOver)
            list.Add(Count.CarriedOver);
        if (dossier.IsExtended && (isReceived || isCarriedOver))
            list.Add(Count.Extended);
        if (finished is { } day && from <= day && day <= to)
            Finished(dossier, day, ref list);
        if (received <= to && (finished is null || finished > to))
            Open(dossier, asOf, ref list);
        if (dossier.Returned is { } returned && from <= returned && returned <= to)
            Returned(dossier, ref list);
        return list.Length;
    }

    private static void Received(in Standing dossier, ref CountList list)
    {
        list.Add(Count.Received);
        list.Add(
            dossier.Channel switch
            {
                Channel.Online => Count.ReceivedOnline,
                Channel.InPerson => Count.ReceivedInPerson,
                Channel.Postal => Count.ReceivedPostal,
                Channel.Blank or Channel.Unrecognised => Count.ReceivedUnknownChannel,
            }
        );
        if (dossier.Level is { } level)
            ReceivedAtLevel(dossier.Channel, level, ref list);
        if (dossier.Digitised is { } digitised)
            list.Add(digitised ? Count.ReceivedDigitised : Count.ReceivedNotDigitised);
        if (dossier.PaidOnline is { } paid)
            list.Add(paid ? Count.ReceivedPaidOnline : Count.ReceivedNotPaidOnline);
    }

    private static void ReceivedAtLevel(Channel channel, Level level, ref CountList list)
    {
        list.Add(
            level switch
            {
                Level.Full => Count.ReceivedLevel4,
                Level.Partial => Count.ReceivedLevel3,
                Level.Information => Count.ReceivedLevel2,
            }
        );
        if (level is Level.Information)
            return;
        if (channel is Channel.Online)
            list.Add(level is Level.Full ? Count.ReceivedOnlineLevel4 : Count.ReceivedOnlineLevel3);
        else if (channel is Channel.Unrecognised)
            list.Add(Count.ReceivedEligibleUnknownChannel);
    }

    private static void Finished(in Standing dossier, DateOnly finished, ref CountList list)
    {
        list.Add(Count.Finished);
        if (dossier.IsWithdrawn)
            list.Add(Count.Withdrawn);
        if (dossier.IsWithdrawn || dossier.Due is not { } due || finished == due)
            list.Add(Count.OnTime);
        else
            list.Add(finished < due ? Count.Early : Count.Overdue);
        if (!dossier.IsWithdrawn && !dossier.IsDueKnown)
            list.Add(Count.FinishedUnknownDue);
        if (dossier.IsFinishedInferred)
            list.Add(Count.FinishedInferred);
    }

    private static void Open(in Standing dossier, DateOnly asOf, ref CountList list)
    {
        list.Add(Count.Open);
        list.Add(IsOverdueAt(dossier, asOf) ? Count.OpenOverdue : Count.OpenInTime);
        if (!dossier.IsDueKnown)
            list.Add(Count.OpenUnknownDue);
    }

    /// <summary>Whether an open dossier is past its due date on that day.</summary>
    public static bool IsOverdueAt(in Standing dossier, DateOnly asOf) =>
        dossier.Due is { } due && due < asOf && !dossier.StandsStill;

    private static void Returned(in Standing dossier, ref CountList list)
    {
        list.Add(Count.Returned);
        if (dossier.ReturnChannel is Channel.Postal)
            list.Add(Count.ReturnedPostal);
        else if (dossier.ReturnChannel is Channel.Online)
            list.Add(Count.ReturnedOnline);
        else if (dossier.ReturnChannel is Channel.Unrecognised)
            list.Add(Count.ReturnedUnknownChannel);
    }

    private ref struct CountList(Span<Count> counts)
    {
        private readonly Span<Count> counts = counts;

        public int Length { get; private set; }

        public void Add(Count count) => counts[Length++] = count;
    }
}
