using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// A dossier's latest state: per field the non-empty value of the upload with the greatest stamp (design.md §4, law 1).
/// States form a join-semilattice: any order and any repetition of the same uploads gives the same state.
/// </summary>
public sealed class Dossier(string code)
{
    public string Code { get; } = code;

    public Latest<DateOnly> Received;
    public Latest<DateOnly> Due;

    /// <summary>Some upload with this dossier had a due column; without one, on time or not is not known.</summary>
    public bool HadDueColumn;

    /// <summary>The non-empty due date of the least stamp: what was promised before any extension.</summary>
    public Latest<DateOnly> FirstDue;
    public Latest<DateOnly> Finished;
    public Latest<DateOnly> Returned;
    public Latest<Status> Status;

    /// <summary>The earliest as-of date on which an upload gave it a closed status.</summary>
    public DateOnly? FirstClosed;
    public ChannelState Channel;
    public ChannelState ReturnChannel;
    public Latest<Level> Level;
    public Latest<bool> Digitised;
    public Latest<bool> PaidOnline;
    public Latest<FieldName> Field;
    public Latest<Row> Procedure;

    /// <summary>The greatest stamp of any of its values.</summary>
    public Stamp LastStamp
    {
        get
        {
            var last = Received.At!;
            foreach (
                var at in (ReadOnlySpan<Stamp?>)
                    [
                        Due.At,
                        Finished.At,
                        Returned.At,
                        Status.At,
                        Channel.Known.At,
                        ReturnChannel.Known.At,
                        Level.At,
                        Digitised.At,
                        PaidOnline.At,
                        Field.At,
                        Procedure.At,
                    ]
            )
            {
                if (at is not null && at.CompareTo(last) > 0)
                    last = at;
            }
            return last;
        }
    }

    /// <summary>A closed status: finished, returned or withdrawn.</summary>
    public static bool IsClosed(Status status) =>
        status switch
        {
            Intake.Status.Cancelled or Intake.Status.Releasing or Intake.Status.Done => true,
            Intake.Status.Receiving
            or Intake.Status.Denied
            or Intake.Status.New
            or Intake.Status.Processing
            or Intake.Status.Waiting
            or Intake.Status.Paying
            or Intake.Status.Unresolved => false,
        };
}

/// <summary>What is known of a channel: the latest known value, and whether anything else stood there.</summary>
public struct ChannelState
{
    public Latest<Channel> Known;

    /// <summary>A text that isn't known stood in some upload.</summary>
    public bool Unrecognised;

    /// <summary>Some upload with this dossier had the column.</summary>
    public bool HadColumn;

    /// <summary>domain.md §5: the latest known value; else unknown after an unknown text; else in person if there was a column.</summary>
    public readonly Channel Present =>
        Known.IsKnown ? Known.Value
        : Unrecognised ? Channel.Unrecognised
        : HadColumn ? Channel.InPerson
        : Channel.Unrecognised;
}
