using System.Buffers.Binary;

namespace CCHC.Pipeline.Intake.Formats.OldWorkbooks;

/// <summary>Numbers in bytes that may have been cut short.</summary>
internal static class Bytes
{
    public static InvalidDataException Broken => new("The bytes end before what they promise.");

    public static byte U8(this ReadOnlySpan<byte> bytes, int at) => bytes.Take(at, sizeof(byte))[0];

    public static ushort U16(this ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes.Take(at, sizeof(ushort)));

    public static uint U32(this ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.Take(at, sizeof(uint)));

    public static double Double(this ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadDoubleLittleEndian(bytes.Take(at, sizeof(double)));

    /// <summary>A part of them.</summary>
    /// <exception cref="InvalidDataException">They aren't all there.</exception>
    public static ReadOnlySpan<byte> Take(this ReadOnlySpan<byte> bytes, int at, int length) =>
        at >= 0 && length >= 0 && at <= bytes.Length - length ? bytes.Slice(at, length) : throw Broken;
}
