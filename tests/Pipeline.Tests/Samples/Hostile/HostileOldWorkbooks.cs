using System.Buffers.Binary;
using System.Text;
using CCHC.Pipeline.Intake;
using static CCHC.Pipeline.Tests.Samples.Hostile.HostileFile;

namespace CCHC.Pipeline.Tests.Samples.Hostile;

/// <summary>Compound files and BIFF streams that are broken, starting from a sound one by LibreOffice.</summary>
internal static class HostileOldWorkbooks
{
    private const int Bof = 0x0809;
    private const int BoundSheet = 0x0085;
    private const int SharedTexts = 0x00FC;
    private const int Continue = 0x003C;

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        Refused("an encrypted package", FaultCodes.Encrypted, _ => EncryptedPackage()),
        Refused("an encrypted stream", FaultCodes.Encrypted, _ => Encrypted()),
        Refused("an old workbook cut in half", FaultCodes.Corrupt, _ => Sound()[..(Sound().Length / 2)]),
        Refused("only a signature", FaultCodes.Corrupt, _ => Sound()[..8]),
        Refused("only a header", FaultCodes.Corrupt, _ => Sound()[..512]),
        Refused("sectors in a ring", FaultCodes.Corrupt, _ => Ring()),
        Refused("sectors beyond the end", FaultCodes.Corrupt, _ => Put32(48, 0x00FFFFFF)),
        Refused("a sector size of 4 GB", FaultCodes.Corrupt, _ => Put16(30, 31)),
        Accepted("a table of sectors without end", _ => Put32(44, int.MaxValue)),
        Refused("zeros after the header", FaultCodes.Corrupt, _ => [.. Sound()[..512], .. new byte[20_000]]),
        Refused("ones after the header", FaultCodes.Corrupt, size => [.. Sound()[..512], .. Ones(size - 512)]),
        Refused(
            "a sheet that begins nowhere",
            FaultCodes.Corrupt,
            _ => Record(BoundSheet, record => BinaryPrimitives.WriteInt32LittleEndian(record, int.MaxValue))
        ),
        Refused(
            "a sheet inside the directory of sheets",
            FaultCodes.Corrupt,
            _ => Record(BoundSheet, record => BinaryPrimitives.WriteInt32LittleEndian(record, 3))
        ),
    ];

    public static byte[] Sound() => SampleFolder.Bytes("exports", "bang-tinh-2022-03-15.xls");

    private static byte[] Ones(int size)
    {
        var ones = new byte[size];
        ones.AsSpan().Fill(0xFF);
        return ones;
    }

    /// <summary>The first sector of the allocation table: every sector is followed by the one before it.</summary>
    private static byte[] Ring()
    {
        var file = Sound();
        var table = 512 * (1 + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(76)));
        for (var sector = 0; sector < 128; sector++)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(table + (4 * sector)), Math.Max(0, sector - 1));
        return file;
    }

    /// <summary>A compound file whose stream is named as those of encrypted .xlsx files.</summary>
    private static byte[] EncryptedPackage()
    {
        var file = Sound();
        var entry = file.AsSpan(file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Workbook")));
        var name = Encoding.Unicode.GetBytes("EncryptedPackage\0");
        name.CopyTo(entry);
        BinaryPrimitives.WriteInt16LittleEndian(entry[64..], (short)name.Length);
        return file;
    }

    private static byte[] Put32(int at, int value)
    {
        var file = Sound();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        return file;
    }

    private static byte[] Put16(int at, short value)
    {
        var file = Sound();
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), value);
        return file;
    }

    /// <summary>FILEPASS stands right after the first record of an encrypted stream; here it overwrites its neighbour.</summary>
    private static byte[] Encrypted()
    {
        var file = Sound();
        var (first, length) = Find(file, Bof);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(first + length), 0x002F);
        return file;
    }

    private static byte[] Record(int type, Action<Span<byte>> change)
    {
        var file = Sound();
        var (at, length) = Find(file, type);
        change(file.AsSpan(at, length));
        return file;
    }

    /// <summary>The content of the first record of a type; LibreOffice lays the stream out in one piece.</summary>
    private static (int At, int Length) Find(byte[] file, int type)
    {
        var at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        while (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) != type)
            at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2));
        return (at + 4, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2)));
    }
}
