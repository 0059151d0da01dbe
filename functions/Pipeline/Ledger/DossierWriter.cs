using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>Which values of a dossier are known, as written before them.</summary>
[Flags]
internal enum Known
{
    Due = 1,
    FirstDue = 1 << 1,
    Finished = 1 << 2,
    Returned = 1 << 3,
    Status = 1 << 4,
    FirstClosed = 1 << 5,
    Channel = 1 << 6,
    ReturnChannel = 1 << 7,
    Level = 1 << 8,
    Digitised = 1 << 9,
    PaidOnline = 1 << 10,
    Field = 1 << 11,
    Procedure = 1 << 12,
}

/// <summary>Writes dossiers in the order of their codes; <see cref="DossierReader"/> mirrors every line.</summary>
internal sealed class DossierWriter(
    ByteWriter to,
    Dictionary<Stamp, int> stamps,
    Dictionary<string, int> fields,
    Dictionary<string, int> procedures
)
{
    private string previous = "";

    public void Write(Dossier d)
    {
        var shared = d.Code.AsSpan().CommonPrefixLength(previous);
        to.Unsigned((ulong)shared);
        to.Text(d.Code.AsSpan(shared));
        previous = d.Code;
        to.Unsigned((ulong)KnownOf(d));
        to.Byte(Flags(d));
        to.Day(d.Received.Value);
        Stamp(d.Received.At!);
        Day(d.Due, d);
        Day(d.FirstDue, d);
        Day(d.Finished, d);
        Day(d.Returned, d);
        Byte(d.Status, static value => (byte)value);
        if (d.FirstClosed is { } closed)
            to.Number(closed.DayNumber - d.Received.Value.DayNumber);
        Byte(d.Channel.Known, static value => (byte)value);
        Byte(d.ReturnChannel.Known, static value => (byte)value);
        Byte(d.Level, static value => (byte)value);
        Byte(d.Digitised, static value => value ? (byte)1 : (byte)0);
        Byte(d.PaidOnline, static value => value ? (byte)1 : (byte)0);
        if (d.Field.At is { } fieldAt)
            Numbered(fields[d.Field.Value.Text], fieldAt);
        if (d.Procedure.At is { } procedureAt)
            Numbered(procedures[d.Procedure.Value.Suffix], procedureAt);
    }

    private void Day(Latest<DateOnly> day, Dossier d)
    {
        if (day.At is { } at)
        {
            to.Number(day.Value.DayNumber - d.Received.Value.DayNumber);
            Stamp(at);
        }
    }

    private void Byte<T>(Latest<T> value, Func<T, byte> code)
        where T : struct
    {
        if (value.At is { } at)
        {
            to.Byte(code(value.Value));
            Stamp(at);
        }
    }

    private void Numbered(int number, Stamp at)
    {
        to.Unsigned((ulong)number);
        Stamp(at);
    }

    private void Stamp(Stamp at) => to.Unsigned((ulong)stamps[at]);

    private static byte Flags(Dossier d) =>
        (byte)(
            (d.Channel.HadColumn ? 1 : 0)
            | (d.Channel.Unrecognised ? 2 : 0)
            | (d.ReturnChannel.HadColumn ? 4 : 0)
            | (d.ReturnChannel.Unrecognised ? 8 : 0)
            | (d.HadDueColumn ? 16 : 0)
        );

    private static Known KnownOf(Dossier d) =>
        When(d.Due.IsKnown, Known.Due)
        | When(d.FirstDue.IsKnown, Known.FirstDue)
        | When(d.Finished.IsKnown, Known.Finished)
        | When(d.Returned.IsKnown, Known.Returned)
        | When(d.Status.IsKnown, Known.Status)
        | When(d.FirstClosed is not null, Known.FirstClosed)
        | When(d.Channel.Known.IsKnown, Known.Channel)
        | When(d.ReturnChannel.Known.IsKnown, Known.ReturnChannel)
        | When(d.Level.IsKnown, Known.Level)
        | When(d.Digitised.IsKnown, Known.Digitised)
        | When(d.PaidOnline.IsKnown, Known.PaidOnline)
        | When(d.Field.IsKnown, Known.Field)
        | When(d.Procedure.IsKnown, Known.Procedure);

    private static Known When(bool isKnown, Known flag) => isKnown ? flag : 0;
}
