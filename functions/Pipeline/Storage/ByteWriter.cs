using System.Buffers;
using System.Text;

namespace CCHC.Pipeline.Storage;

/// <summary>Writes the compact form of derived data: variable-length integers, texts, days.</summary>
public sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void Unsigned(ulong value)
    {
        var span = buffer.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        buffer.Advance(length);
    }

    public void Number(int value) => Unsigned((ulong)(uint)((value << 1) ^ (value >> 31)));

    public void Day(DateOnly day) => Number(day.DayNumber);

    public void Fixed(ulong value)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Unsigned((ulong)length);
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Unsigned((ulong)bytes.Length);
        buffer.Write(bytes);
    }
}
