using System.Buffers.Binary;
using System.Text;

namespace CCHC.Pipeline.Storage;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The bytes end too early: derived data is damaged; rebuild it from the journal.</exception>
public sealed class ByteReader(ReadOnlyMemory<byte> bytes)
{
    private int at;

    public bool IsAtEnd => at >= bytes.Length;

    public byte Byte() => Take(1)[0];

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    public int Count() => checked((int)Unsigned());

    public int Number()
    {
        var raw = (uint)Unsigned();
        return (int)(raw >> 1) ^ -(int)(raw & 1);
    }

    public DateOnly Day() => DateOnly.FromDayNumber(Number());

    public ulong Fixed() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    public ReadOnlyMemory<byte> Bytes()
    {
        var length = Count();
        Take(length);
        return bytes.Slice(at - length, length);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > bytes.Length - at)
            throw new InvalidDataException("Stored data ends too early; rebuild it from the journal (cchc rebuild).");
        at += length;
        return bytes.Span.Slice(at - length, length);
    }
}
