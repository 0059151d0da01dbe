using System.Buffers;
using System.IO.Compression;

namespace CCHC.Pipeline.Storage;

/// <summary>Brotli at its fastest: derived data is read and written whole at every take-in.</summary>
public static class Compression
{
    private const int Quality = 1;
    private const int Window = 22;

    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        var writer = new ByteWriter();
        writer.Unsigned((ulong)plain.Length);
        var rented = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(plain, rented, out var written, Quality, Window))
                throw new InvalidOperationException("Brotli wrote more than its own bound.");
            writer.Bytes(rented.AsSpan(0, written));
            return writer.Written.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public static byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        var reader = new ByteReader(packed);
        var plain = new byte[reader.Count()];
        if (!BrotliDecoder.TryDecompress(reader.Bytes().Span, plain, out var written) || written != plain.Length)
            throw new InvalidDataException(
                "Stored data can't be unpacked; rebuild it from the journal (cchc rebuild)."
            );
        return plain;
    }
}
