using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>Reads what <see cref="DossierWriter"/> wrote, line by line its mirror.</summary>
internal sealed class DossierReader(ByteReader from, Stamp[] stamps, FieldName[] fields, Row[] procedures)
{
    private string previous = "";

    public Dossier Read()
    {
        var code = string.Concat(previous.AsSpan(0, from.Count()), from.Text());
        previous = code;
        var known = (Known)from.Unsigned();
        var flags = from.Byte();
        var received = from.Day();
        var d = new Dossier(code) { Received = new(received, Stamp()), HadDueColumn = (flags & 16) != 0 };
        d.Due = Day(known, Known.Due, received);
        d.FirstDue = Day(known, Known.FirstDue, received);
        d.Finished = Day(known, Known.Finished, received);
        d.Returned = Day(known, Known.Returned, received);
        d.Status = Byte(known, Known.Status, static code => (Status)code);
        if (known.HasFlag(Known.FirstClosed))
            d.FirstClosed = received.AddDays(from.Number());
        d.Channel = Channel(known, Known.Channel, flags);
        d.ReturnChannel = Channel(known, Known.ReturnChannel, (byte)(flags >> 2));
        d.Level = Byte(known, Known.Level, static code => (Level)code);
        d.Digitised = Byte(known, Known.Digitised, static code => code == 1);
        d.PaidOnline = Byte(known, Known.PaidOnline, static code => code == 1);
        if (known.HasFlag(Known.Field))
            d.Field = new(fields[from.Count()], Stamp());
        if (known.HasFlag(Known.Procedure))
            d.Procedure = new(procedures[from.Count()], Stamp());
        return d;
    }

    private Latest<DateOnly> Day(Known known, Known flag, DateOnly received) =>
        known.HasFlag(flag) ? new(received.AddDays(from.Number()), Stamp()) : default;

    private Latest<T> Byte<T>(Known known, Known flag, Func<byte, T> value)
        where T : struct => known.HasFlag(flag) ? new(value(from.Byte()), Stamp()) : default;

    private ChannelState Channel(Known known, Known flag, byte flags) =>
        new()
        {
            Known = Byte(known, flag, static code => (Channel)code),
            HadColumn = (flags & 1) != 0,
            Unrecognised = (flags & 2) != 0,
        };

    private Stamp Stamp() => stamps[from.Count()];
}
