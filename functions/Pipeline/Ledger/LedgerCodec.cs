using System.Security.Cryptography;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>
/// The stored form of a unit's hot ledger. The head and the dossiers are read at every take-in; years of running
/// counts are carried along packed and opened only when a change reaches them.
/// </summary>
public static class LedgerCodec
{
    private const byte Version = 6;
    private const int HashLength = 8;

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
        return [.. to.Written.Span, .. HashOf(to.Written.Span)];
    }

    /// <summary>Null when another version of this program or another period scheme wrote it: derive it again.</summary>
    /// <exception cref="InvalidDataException">It is damaged: every byte but those of other versions is looked after by the hash at the end.</exception>
    public static UnitLedger? Read(ReadOnlyMemory<byte> bytes, PeriodScheme scheme)
    {
        if (bytes.Length <= HashLength)
            throw new InvalidDataException("A stored ledger ends too early; it is derived from the journal.");
        if (bytes.Span[0] != Version)
            return null;
        var (body, hash) = (bytes[..^HashLength], bytes[^HashLength..]);
        if (!hash.Span.SequenceEqual(HashOf(body.Span)))
            throw new InvalidDataException("A stored ledger isn't what was saved; it is derived from the journal.");
        var from = new ByteReader(body);
        from.Byte();
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

    /// <summary>The first 64 bits of a segment's SHA-256, as its name holds them.</summary>
    public static string ColdHash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(HashOf(bytes));

    private static ReadOnlySpan<byte> HashOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, HashLength);

    private static byte[] Packed(Action<ByteWriter> write)
    {
        var body = new ByteWriter();
        write(body);
        return Compression.Pack(body.Written.Span);
    }
}
