using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>The head of a hot ledger: as-of, uploads, segments, field names and passes not known to be published.</summary>
internal static class LedgerHeadCodec
{
    public static void Write(ByteWriter to, UnitLedger ledger)
    {
        to.Number(ledger.AsOf?.DayNumber ?? -1);
        to.Number(ledger.ArchivedMonth);
        to.Unsigned((ulong)ledger.Uploads.Count);
        foreach (var upload in ledger.Uploads.Values)
            Write(to, upload);
        to.Unsigned((ulong)ledger.Withdrawn.Count);
        foreach (var stamp in ledger.Withdrawn)
            StampCodec.Write(to, stamp);
        to.Unsigned((ulong)ledger.Cold.Count);
        foreach (var (name, segment) in ledger.Cold)
        {
            to.Text(name);
            to.Text(segment.Sha16);
            to.Unsigned((ulong)segment.Dossiers);
            to.Day(segment.FirstReceived);
        }
        var named = ledger
            .Names.All.Where(row => row.Name.IsKnown)
            .OrderBy(row => row.Suffix, StringComparer.Ordinal)
            .ToList();
        to.Unsigned((ulong)named.Count);
        foreach (var row in named)
        {
            to.Text(row.Suffix);
            to.Text(row.Name.Value);
            StampCodec.Write(to, row.Name.At!);
        }
        to.Unsigned((ulong)ledger.Unpublished.Count);
        foreach (var pass in ledger.Unpublished)
            Write(to, pass);
    }

    public static void Read(ByteReader from, UnitLedger ledger)
    {
        var asOf = from.Number();
        ledger.AsOf = asOf < 0 ? null : DateOnly.FromDayNumber(asOf);
        ledger.ArchivedMonth = from.Number();
        for (var left = from.Count(); left > 0; left--)
        {
            var upload = new JoinedUpload(StampCodec.Read(from), from.Count(), from.Byte() == 1);
            ledger.Uploads.Add(upload.Stamp, upload);
        }
        for (var left = from.Count(); left > 0; left--)
            ledger.Withdrawn.Add(StampCodec.Read(from));
        for (var left = from.Count(); left > 0; left--)
            ledger.Cold.Add(from.Text(), new ColdSegment(from.Text(), from.Count(), from.Day()));
        for (var left = from.Count(); left > 0; left--)
            ledger.Names.Of(from.Text()).Name = new(from.Text(), StampCodec.Read(from));
        for (var left = from.Count(); left > 0; left--)
            ledger.Unpublished.Add(ReadPass(from));
    }

    private static void Write(ByteWriter to, JoinedUpload upload)
    {
        StampCodec.Write(to, upload.Stamp);
        to.Unsigned((ulong)upload.Reading);
        to.Byte(upload.SpeaksForItsDay ? (byte)1 : (byte)0);
    }

    private static void Write(ByteWriter to, Pass pass)
    {
        to.Text(pass.Id);
        to.Unsigned((ulong)pass.Since);
        to.Unsigned((ulong)pass.Effects.Count);
        foreach (var effect in pass.Effects)
        {
            StampCodec.Write(to, effect.Stamp);
            to.Unsigned((ulong)effect.Changed);
            to.Unsigned((ulong)effect.Superseded);
            to.Unsigned((ulong)effect.SupersededCodes.Count);
            foreach (var code in effect.SupersededCodes)
                to.Text(code);
        }
        to.Unsigned((ulong)pass.Rows.Count);
        foreach (var (period, suffix) in pass.Rows)
        {
            to.Byte((byte)period.Kind);
            to.Number(period.Ordinal);
            to.Text(suffix);
        }
    }

    private static Pass ReadPass(ByteReader from)
    {
        var (id, since) = (from.Text(), (long)from.Unsigned());
        var effects = new UploadEffect[from.Count()];
        for (var i = 0; i < effects.Length; i++)
            effects[i] = new(StampCodec.Read(from), from.Count(), from.Count(), ReadCodes(from));
        var rows = new RowKey[from.Count()];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new(new PeriodKey((PeriodKind)from.Byte(), from.Number()), from.Text());
        return new Pass(id, since, effects, rows);
    }

    private static string[] ReadCodes(ByteReader from)
    {
        var codes = new string[from.Count()];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = from.Text();
        return codes;
    }
}
