using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Scoring;

/// <summary>What counts of a dossier, worked out from its latest state by the rules of domain.md §5.</summary>
public readonly record struct Standing
{
    /// <summary>False for dossiers not (yet) accepted: "receiving" and "denied" are counted nowhere.</summary>
    public bool IsCounted { get; init; }

    /// <summary>R.</summary>
    public DateOnly Received { get; init; }

    /// <summary>D, the latest known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Some upload with it had a due column; else nobody can say whether it is in time.</summary>
    public bool IsDueKnown { get; init; }

    /// <summary>F; null while the dossier is open.</summary>
    public DateOnly? Finished { get; init; }

    /// <summary>No date said when: F is the as-of day on which it was first seen closed.</summary>
    public bool IsFinishedInferred { get; init; }

    /// <summary>T, never inferred.</summary>
    public DateOnly? Returned { get; init; }

    /// <summary>Its status says that it was returned, and nothing says when.</summary>
    public bool IsReturnedUnknown { get; init; }

    /// <summary>Finished because the citizen took it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Waiting for papers or payment, or stopped: an open dossier stays in time.</summary>
    public bool StandsStill { get; init; }

    /// <summary>The present due date is later than the first one seen.</summary>
    public bool IsExtended { get; init; }
    public Channel Channel { get; init; }
    public Channel ReturnChannel { get; init; }
    public Level? Level { get; init; }
    public bool? Digitised { get; init; }
    public bool? PaidOnline { get; init; }
    public Row? Field { get; init; }
    public Row? Procedure { get; init; }

    public static Standing Of(Dossier dossier)
    {
        var status = StatusAgainstDates.Of(dossier);
        var isClosed = status is { } known && Dossier.IsClosed(known);
        var received = dossier.Received.Value;
        return new Standing
        {
            IsCounted = status is not (Status.Receiving or Status.Denied),
            Received = received,
            Due = Value(dossier.Due),
            IsDueKnown = dossier.HadDueColumn,
            Finished = isClosed ? FinishedDay(dossier, received) : null,
            IsFinishedInferred = isClosed && !dossier.Finished.IsKnown && !dossier.Returned.IsKnown,
            Returned = isClosed ? Value(dossier.Returned) : null,
            IsReturnedUnknown = status is Status.Done && !dossier.Returned.IsKnown,
            IsWithdrawn = status is Status.Cancelled,
            StandsStill = status is Status.Waiting or Status.Paying or Status.Unresolved,
            IsExtended = dossier.Due.IsKnown && dossier.Due.Value > dossier.FirstDue.Value,
            Channel = dossier.Channel.Present,
            ReturnChannel = dossier.ReturnChannel.Present,
            Level = Value(dossier.Level),
            Digitised = Value(dossier.Digitised),
            PaidOnline = Value(dossier.PaidOnline),
            Field = dossier.Field.IsKnown ? dossier.Field.Value.Row : null,
            Procedure = dossier.Procedure.IsKnown ? dossier.Procedure.Value : null,
        };
    }

    /// <summary>F = the finished date, else the returned date, else the day it was first seen closed; never before R.</summary>
    private static DateOnly FinishedDay(Dossier dossier, DateOnly received)
    {
        var finished =
            Value(dossier.Finished)
            ?? Value(dossier.Returned)
            ?? dossier.FirstClosed
            ?? throw new InvalidOperationException($"{dossier.Code} is closed, but no upload closed it");
        return finished < received ? received : finished;
    }

    private static T? Value<T>(Latest<T> latest)
        where T : struct => latest.IsKnown ? latest.Value : null;
}
