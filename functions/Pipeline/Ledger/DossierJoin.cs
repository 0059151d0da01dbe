using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Ledger;

/// <summary>What one upload did to one dossier.</summary>
[Flags]
public enum JoinEffect
{
    None = 0,

    /// <summary>A value changed.</summary>
    Changed = 1,

    /// <summary>A value of the row had no effect, because a later upload says otherwise.</summary>
    Superseded = 2,
}

/// <summary>Law 1 (design.md §4): how uploads and states join.</summary>
public static class DossierJoin
{
    /// <summary>Joins what one upload says of a dossier into its state.</summary>
    public static JoinEffect Join(this Dossier dossier, KeptRow row, KeptColumns columns, Stamp at, RowNames names)
    {
        var effect = JoinEffect.None;
        Take(ref dossier.Received, row.Received, at, ref effect);
        Take(ref dossier.Due, row.Due, at, ref effect);
        TakeDueColumn(dossier, columns, ref effect);
        Take(ref dossier.Finished, row.Finished, at, ref effect);
        Take(ref dossier.Returned, row.Returned, at, ref effect);
        Take(ref dossier.Status, row.Status, at, ref effect);
        Take(ref dossier.Level, row.Level, at, ref effect);
        Take(ref dossier.Digitised, row.Digitised, at, ref effect);
        Take(ref dossier.PaidOnline, row.PaidOnline, at, ref effect);
        Take(ref dossier.Channel, row.Channel, columns.HasFlag(KeptColumns.Channel), at, ref effect);
        Take(ref dossier.ReturnChannel, row.ReturnChannel, columns.HasFlag(KeptColumns.ReturnChannel), at, ref effect);
        if (row.Procedure is not null)
            Take(ref dossier.Procedure, names.Procedure(row.Procedure), at, ref effect);
        if (row.Field is not null)
            Take(ref dossier.Field, names.Field(row.Field), at, ref effect);
        TakeFirsts(dossier, row, at, ref effect);
        return effect;
    }

    /// <summary>Joins another copy of the same dossier, as when an archived one meets its present self.</summary>
    public static void Join(this Dossier dossier, Dossier other)
    {
        dossier.Received = dossier.Received.Or(other.Received);
        dossier.Due = dossier.Due.Or(other.Due);
        dossier.HadDueColumn |= other.HadDueColumn;
        dossier.FirstDue = dossier.FirstDue.OrFirst(other.FirstDue);
        dossier.Finished = dossier.Finished.Or(other.Finished);
        dossier.Returned = dossier.Returned.Or(other.Returned);
        dossier.Status = dossier.Status.Or(other.Status);
        dossier.FirstClosed = Earlier(dossier.FirstClosed, other.FirstClosed);
        dossier.Channel = Join(dossier.Channel, other.Channel);
        dossier.ReturnChannel = Join(dossier.ReturnChannel, other.ReturnChannel);
        dossier.Level = dossier.Level.Or(other.Level);
        dossier.Digitised = dossier.Digitised.Or(other.Digitised);
        dossier.PaidOnline = dossier.PaidOnline.Or(other.PaidOnline);
        dossier.Field = dossier.Field.Or(other.Field);
        dossier.Procedure = dossier.Procedure.Or(other.Procedure);
    }

    private static void TakeDueColumn(Dossier dossier, KeptColumns columns, ref JoinEffect effect)
    {
        if (dossier.HadDueColumn || !columns.HasFlag(KeptColumns.Due))
            return;
        dossier.HadDueColumn = true;
        effect |= JoinEffect.Changed;
    }

    private static void TakeFirsts(Dossier dossier, KeptRow row, Stamp at, ref JoinEffect effect)
    {
        if (row.Due is { } due && (dossier.FirstDue.At is null || at.CompareTo(dossier.FirstDue.At) < 0))
        {
            if (dossier.FirstDue.IsKnown && dossier.FirstDue.Value != due)
                effect |= JoinEffect.Changed;
            dossier.FirstDue = new(due, at);
        }
        if (row.Status is { } status && Dossier.IsClosed(status))
        {
            var first = Earlier(dossier.FirstClosed, at.AsOf);
            if (dossier.FirstClosed is not null && first != dossier.FirstClosed)
                effect |= JoinEffect.Changed;
            dossier.FirstClosed = first;
        }
    }

    private static void Take<T>(ref Latest<T> known, T? value, Stamp at, ref JoinEffect effect)
        where T : struct
    {
        if (value is { } given)
            Take(ref known, given, at, ref effect);
    }

    private static void Take<T>(ref Latest<T> known, T given, Stamp at, ref JoinEffect effect)
        where T : notnull
    {
        var order = known.At is null ? 1 : at.CompareTo(known.At);
        var differs = known.At is null || !EqualityComparer<T>.Default.Equals(known.Value, given);
        if (order > 0)
            known = new(given, at);
        if (differs && order != 0)
            effect |= order > 0 ? JoinEffect.Changed : JoinEffect.Superseded;
    }

    private static void Take(ref ChannelState state, Channel given, bool hadColumn, Stamp at, ref JoinEffect effect)
    {
        var before = state.Present;
        state.HadColumn |= hadColumn;
        state.Unrecognised |= given is Channel.Unrecognised;
        if (given is not (Channel.Blank or Channel.Unrecognised))
            Take(ref state.Known, given, at, ref effect);
        if (state.Present != before)
            effect |= JoinEffect.Changed;
    }

    private static ChannelState Join(ChannelState a, ChannelState b) =>
        new()
        {
            Known = a.Known.Or(b.Known),
            Unrecognised = a.Unrecognised || b.Unrecognised,
            HadColumn = a.HadColumn || b.HadColumn,
        };

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || (b is not null && b < a) ? b : a;
}
