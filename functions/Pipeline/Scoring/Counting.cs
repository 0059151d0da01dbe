using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Scoring;

/// <summary>What happens to a dossier in a period; with the dossier it says in which counts it stands.</summary>
[Flags]
public enum Stages
{
    None = 0,
    Received = 1,
    CarriedOver = 2,
    Finished = 4,
    OpenInTime = 8,
    OpenOverdue = 16,
    Returned = 32,
}

/// <summary>In which counts of a period a dossier stands (the table of domain.md §5).</summary>
public static class Counting
{
    /// <summary>A dossier stands in fewer counts than this.</summary>
    public const int Most = 24;

    /// <summary>Fills <paramref name="counts"/> for one dossier and one period.</summary>
    /// <returns>How many were filled.</returns>
    public static int Of(in Standing dossier, DateOnly from, DateOnly to, DateOnly asOf, Span<Count> counts) =>
        Of(dossier, StagesOf(dossier, from, to, asOf), counts);

    /// <summary>What happens to a dossier in a period.</summary>
    /// <param name="dossier">A counted dossier.</param>
    /// <param name="from">The period's first day.</param>
    /// <param name="to">The period's last day.</param>
    /// <param name="asOf">A: the earlier of <paramref name="to"/> and the unit's latest as-of date.</param>
    public static Stages StagesOf(in Standing dossier, DateOnly from, DateOnly to, DateOnly asOf)
    {
        var stages = Stages.None;
        var (received, finished) = (dossier.Received, dossier.Finished);
        if (from <= received && received <= to)
            stages |= Stages.Received;
        if (received < from && (finished is null || finished >= from))
            stages |= Stages.CarriedOver;
        if (from <= finished && finished <= to)
            stages |= Stages.Finished;
        if (received <= to && (finished is null || finished > to))
            stages |= IsOverdueAt(dossier, asOf) ? Stages.OpenOverdue : Stages.OpenInTime;
        if (from <= dossier.Returned && dossier.Returned <= to)
            stages |= Stages.Returned;
        return stages;
    }

    /// <summary>Fills <paramref name="counts"/>, at least <see cref="Most"/> long.</summary>
    /// <returns>How many were filled.</returns>
    public static int Of(in Standing dossier, Stages stages, Span<Count> counts)
    {
        var list = new CountList(counts);
        if ((stages & Stages.Received) != 0)
            Received(dossier, ref list);
        if ((stages & Stages.CarriedOver) != 0)
            list.Add(Count.CarriedOver);
        if (dossier.IsExtended && (stages & (Stages.Received | Stages.CarriedOver)) != 0)
            list.Add(Count.Extended);
        if ((stages & Stages.Finished) != 0)
            Finished(dossier, dossier.Finished!.Value, ref list);
        if ((stages & (Stages.OpenInTime | Stages.OpenOverdue)) != 0)
            Open(dossier, (stages & Stages.OpenOverdue) != 0, ref list);
        if ((stages & Stages.Returned) != 0)
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
        if (dossier.IsReturnedUnknown)
            list.Add(Count.ReturnedUnknownDay);
    }

    private static void Open(in Standing dossier, bool isOverdue, ref CountList list)
    {
        list.Add(Count.Open);
        list.Add(isOverdue ? Count.OpenOverdue : Count.OpenInTime);
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
