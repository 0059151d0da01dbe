using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// The stored form of a unit's hot ledger. The head and the dossiers are read at every take-in; years of running
/// counts are carried along packed and opened only when a change reaches them.
/// </summary>
public static class LedgerCodec
{
    private const byte Version = 4;

    public static byte[] Write(UnitLedger ledger)
    {
        var to = new ByteWriter();
        to.Byte(Version);
        to.Text(ledger.Unit);
        to.Byte((byte)ledger.Scheme);
        to.Bytes(Packed(body => LedgerHeadCodec.Write(body, ledger)));
        to.Bytes(Packed(body => DossierCodec.Write(body, ledger.Hot.Values)));
        to.Unsigned((ulong)ledger.Sheet.Years.Count());
        foreach (var (year, sheet) in ledger.Sheet.Years)
        {
            to.Number(year);
            to.Bytes(sheet.IsTouched || sheet.Packed.IsEmpty ? SheetCodec.Pack(sheet) : sheet.Packed.Span);
        }
        return to.Written.ToArray();
    }

    /// <summary>Null when another version of this program or another period scheme wrote it: derive it again.</summary>
    public static UnitLedger? Read(ReadOnlyMemory<byte> bytes, PeriodScheme scheme)
    {
        var from = new ByteReader(bytes);
        if (from.Byte() != Version)
            return null;
        var ledger = new UnitLedger(from.Text(), scheme);
        if (from.Byte() != (byte)scheme)
            return null;
        LedgerHeadCodec.Read(new ByteReader(Compression.Unpack(from.Bytes())), ledger);
        foreach (var dossier in DossierCodec.Read(new ByteReader(Compression.Unpack(from.Bytes())), ledger.Names))
            ledger.Hot.Add(dossier.Code, dossier);
        for (var left = from.Count(); left > 0; left--)
            ledger.Sheet.AddYear(from.Number(), SheetCodec.Read(from.Bytes(), ledger.Names));
        return ledger;
    }

    public static byte[] WriteCold(IEnumerable<Dossier> dossiers) => Packed(body => DossierCodec.Write(body, dossiers));

    public static IEnumerable<Dossier> ReadCold(ReadOnlyMemory<byte> bytes, RowNames names) =>
        DossierCodec.Read(new ByteReader(Compression.Unpack(bytes)), names);

    private static byte[] Packed(Action<ByteWriter> write)
    {
        var body = new ByteWriter();
        write(body);
        return Compression.Pack(body.Written.Span);
    }
}
